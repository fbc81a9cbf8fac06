/** The user's browser, as far as a test needs one: it opens a login URL, and stops at the app's callback. */
import { unescaped } from './login/pages/html.js'
import { UsageError } from './options/usage-error.js'

/**
 * Opens a login URL.
 *
 * @param fetch - that of the user's browser
 * @returns the callback URL that the browser would open next, with the code or the error in it
 * @throws UsageError that tells why this login can't begin; Error with what else the server answered instead of
 * redirecting.
 */
export async function openLoginUrl(fetch: typeof globalThis.fetch, url: string | URL): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location !== null) return location
  const body = await answer.text()
  const problem = problemOf(answer, body)
  if (problem === undefined)
    throw new Error(`the login server answered ${answer.status} and redirected nowhere: ${oneLine(body)}`)
  throw new UsageError('signIn', 'loginUrl', 'a URL whose login leads back to the app', problem)
}

/** What is wrong with the login URL, as the fake tells it: in a header for an address that is none, else on a page. */
function problemOf(answer: Response, body: string): string | undefined {
  const address = answer.headers.get('x-fake-login')
  if (address !== null) return `the login URL is of no login page: ${address}`
  const [, title, text] = /<h1>(.*?)<\/h1>\s*<p>(.*?)<\/p>/s.exec(body) ?? []
  return title === undefined || text === undefined ? undefined : unescaped(`${title}: ${text}`)
}

function oneLine(body: string): string {
  return body.replace(/\s+/g, ' ').trim() || 'nothing'
}
