/** What a program on Node signs users in with. */
export * from '@linode-login/core'
// These two are Node's own and win over core's.
export { type ClientOptions, LinodeLoginClient } from './client.js'
