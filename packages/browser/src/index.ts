/** What an app in a browser signs users in with. */
export * from '@linode-login/core'
// These two are the browser's own and win over core's.
export { type ClientOptions, LinodeLoginClient } from './client.js'
export type { BrowserPage, PageStorage } from './page.js'
export {
  type CompleteRedirectOptions,
  completeRedirect,
  type SignInOptions,
  signInWithRedirect,
} from './redirect.js'
export { SessionStoragePendingLogins } from './session-storage.js'
