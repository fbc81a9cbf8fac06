/// <reference lib="dom" />
/** The page of `npm run demo -- --browser`: the same steps as in the terminal, a button each. */
import {
  completeRedirect,
  LinodeLoginClient,
  OAuthScopes,
  type OAuthToken,
  signInWithRedirect,
  systemClock,
} from '@linode-login/browser'
import type { SeenRequest, Settings } from './browser-demo.js'
import { PageNarrator } from './page-narrator.js'
import { shorten } from './shorten.js'
import { callApi, type DemoContext, exchangeCode, letTimePass, refresh, signOut } from './steps.js'
import { inWords } from './told-request.js'
import { watchedFetch } from './watched-fetch.js'

const settings = async (): Promise<Settings> => (await fetch('/settings.json')).json()
const first = await settings()
const { clientId, baseUrl, redirectUri, apiUrl, refusals, asked, decided } = first
let { now } = first
const narrator = new PageNarrator(document.querySelector('#log') ?? document.body)
const send = watchedFetch(narrator)
const clock = { ...systemClock, now: () => now }
const client = new LinodeLoginClient({ clientId, baseUrl, redirectUri, clock, fetch: send })
const demo: DemoContext = {
  narrator,
  client,
  send,
  apiUrl,
  refusals,
  now: () => now,
  advance: async () => {
    const answer: { now: number } = await (await fetch('/advance', { method: 'POST' })).json()
    now = answer.now
  },
  exchanges: async () => (await settings()).exchanges,
  print: (held) => `${held} ${JSON.stringify(held)}`,
}
let token: OAuthToken | undefined

/** In which state of the token a step can be taken. */
type When = 'none' | 'live' | 'expired'

interface Step {
  readonly label: string
  readonly when: When
  /** Gives the token that there is afterwards, if there is one. */
  run(token: OAuthToken): Promise<OAuthToken | undefined>
}

const steps: readonly Step[] = [
  { label: 'Call the API', when: 'live', run: (held) => callApi(demo, held).then(() => held) },
  { label: 'Let two hours pass', when: 'live', run: (held) => letTimePass(demo, held).then(() => held) },
  { label: 'Refresh', when: 'expired', run: (held) => refresh(demo, held) },
  { label: 'Sign out', when: 'live', run: (held) => signOut(demo, held).then(() => undefined) },
]

function state(): When {
  if (token === undefined) return 'none'
  return token.isExpired(now) ? 'expired' : 'live'
}

/** Takes a step, and says so where it fails; no other can be taken meanwhile. */
async function take(run: () => Promise<OAuthToken | undefined>): Promise<void> {
  for (const button of document.querySelectorAll('button')) button.disabled = true
  try {
    token = await run()
  } catch (error) {
    narrator.check(String(error), false)
  }
  show()
}

function show(): void {
  document.querySelector('#steps')?.replaceChildren(
    button('Sign in', 'none', () => signInWithRedirect(client, { scopes: [OAuthScopes.Linodes.readOnly] })),
    ...steps.map(({ label, when, run }) =>
      button(label, when, () => take(async () => (token === undefined ? undefined : run(token)))),
    ),
  )
}

function button(label: string, when: When, click: () => Promise<void>): Element {
  const element = document.createElement('button')
  element.textContent = label
  element.disabled = when !== state()
  element.addEventListener('click', () => void click())
  return element
}

/** What led here is told by what the login server has seen of it. */
async function comeBack(): Promise<OAuthToken> {
  const callback = location.href
  narrator.step('The app begins a login')
  narrator.say(`login server ${baseUrl}, API ${apiUrl}, both fake, on free ports`)
  const sent = new URL(asked?.url ?? '', baseUrl).searchParams
  const returned = new URL(callback).searchParams
  narrator.check('the URL asks for linodes:read_only', sent.get('scope') === OAuthScopes.Linodes.readOnly)
  narrator.check('it carries a PKCE challenge (S256)', sent.get('code_challenge_method') === 'S256')
  narrator.check('it carries a one-time state', sent.get('state') === returned.get('state'))

  narrator.step('The user opens the authorize page and approves')
  tell(asked, 'a page')
  tell(decided, `Location: ${shorten(decodeURIComponent(callback))}`)
  narrator.check('the browser is sent back to the app', callback.startsWith(`${redirectUri}?`))

  const granted = await exchangeCode(demo, async () => {
    history.replaceState(null, '', callback)
    const held = await completeRedirect(client)
    if (held === undefined) throw new Error('the page was opened by no callback')
    return held
  })
  narrator.check('the code is gone from the address bar', location.href === redirectUri)
  return granted
}

/** The answer is what the browser did by it. */
function tell(seen: SeenRequest | undefined, answer: string): void {
  if (seen) narrator.exchange({ ...inWords(seen.method, baseUrl + seen.url, seen.body), answer })
}

show()
if (new URLSearchParams(location.search).has('state')) await take(comeBack)
