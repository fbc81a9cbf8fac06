/// <reference lib="dom" />
// The page of `npm run demo -- --browser`: the same steps as in the terminal, a button each.
import {
  completeRedirect,
  LinodeLoginClient,
  OAuthScopes,
  type OAuthToken,
  signInWithRedirect,
  systemClock,
} from '@linode-login/browser'

interface Settings {
  readonly clientId: string
  readonly baseUrl: string
  readonly apiUrl: string
  readonly redirectUri: string
  /** The time on the fake's clock, in milliseconds since 1970. */
  readonly now: number
}

const settings: Settings = await (await fetch('/settings.json')).json()
let { now } = settings
const { clientId, baseUrl, redirectUri } = settings
const client = new LinodeLoginClient({
  clientId,
  baseUrl,
  redirectUri,
  clock: { ...systemClock, now: () => now },
})
let token: OAuthToken | undefined

async function say(action: string, work: () => Promise<string>): Promise<void> {
  const line = document.createElement('li')
  try {
    line.textContent = `${action}: ${await work()}`
  } catch (error) {
    line.className = 'failed'
    line.textContent = `${action}: ${String(error)}`
  }
  document.querySelector('#log')?.append(line)
  show()
}

async function callApi(method: string, path: string): Promise<string> {
  const response = await fetch(settings.apiUrl + path, {
    method,
    headers: { authorization: `Bearer ${token?.accessToken}` },
  })
  return `${response.status} ${await response.text()}`
}

const steps: readonly { readonly label: string; readonly signedIn: boolean; run(): Promise<void> }[] = [
  {
    label: 'Sign in',
    signedIn: false,
    run: () => signInWithRedirect(client, { scopes: [OAuthScopes.Linodes.readOnly] }),
  },
  {
    label: 'List Linodes',
    signedIn: true,
    run: () => say('GET /linode/instances', () => callApi('GET', '/v4/linode/instances')),
  },
  {
    label: 'Create a Linode',
    signedIn: true,
    run: () => say('POST /linode/instances', () => callApi('POST', '/v4/linode/instances')),
  },
  {
    label: 'Let two hours pass',
    signedIn: true,
    run: () =>
      say('Two hours pass', async () => {
        const answer: { now: number } = await (await fetch('/advance', { method: 'POST' })).json()
        now = answer.now
        return token?.isExpired(now) ? 'the token has expired' : 'the token is still valid'
      }),
  },
  {
    label: 'Sign out',
    signedIn: true,
    run: () =>
      say('Sign out', async () => {
        if (token) await client.expireToken(token)
        token = undefined
        return 'the token is revoked'
      }),
  },
]

function show(): void {
  document.querySelector('#steps')?.replaceChildren(
    ...steps.map(({ label, signedIn, run }) => {
      const button = document.createElement('button')
      button.textContent = label
      button.disabled = signedIn !== (token !== undefined)
      button.addEventListener('click', () => void run())
      return button
    }),
  )
}

show()
if (new URLSearchParams(location.search).has('state')) {
  await say('Back from the login server', async () => {
    token = await completeRedirect(client)
    return `signed in with ${token?.scopes.join(', ')}`
  })
}
