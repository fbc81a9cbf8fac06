/**
 * What runs in the page of the test app: an app as its author would write it, and a few handles for the test.
 */
import {
  completeRedirect,
  LinodeLoginClient,
  LinodeLoginError,
  type OAuthScope,
  type OAuthToken,
  signInWithRedirect,
} from '@linode-login/browser'

declare global {
  interface Window {
    signIn: (scopes: OAuthScope[], redirectUri?: string) => Promise<void>
    token: OAuthToken | undefined
  }
}

const options: { clientId: string; redirectUri: string; baseUrl: string } = JSON.parse(
  document.body.dataset['options'] ?? '',
)
const client = new LinodeLoginClient(options)

window.signIn = (scopes, redirectUri) => signInWithRedirect(client, { scopes, redirectUri })

completeRedirect(client).then(
  (token) => {
    window.token = token
    show(token === undefined ? 'signed out' : `signed in: ${token.scopes.join(' ')}`)
  },
  (error: unknown) => show(LinodeLoginError.is(error) ? `refused: ${error.code}` : `broken: ${error}`),
)

function show(outcome: string): void {
  document.body.dataset['outcome'] = outcome
}
