export * from '@linode-login/core'
// These two are Node's own and win over core's.
export { type ClientOptions, LinodeLoginClient } from './client.js'
