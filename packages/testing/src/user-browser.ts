/** The user's browser, as far as a test needs one: it opens a login URL, and stops at the app's callback. */
import { unescaped } from './login/pages/html.js'
import { UsageError } from './options/usage-error.js'

/**
 * Opens a login URL.
 *
 * @param fetch - that of the user's browser
 * @returns the callback URL that the browser would open next, with the code or the error in it
 * @throws UsageError with the words of the page that tells why this login can't begin; Error with what else
 * the server answered instead of redirecting.
 */
export async function openLoginUrl(fetch: typeof globalThis.fetch, url: string | URL): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location !== null) return location
  const body = await answer.text()
  const [, title, text] = /<h1>(.*?)<\/h1>\s*<p>(.*?)<\/p>/s.exec(body) ?? []
  if (title === undefined || text === undefined)
    throw new Error(`the login server answered ${answer.status} and redirected nowhere: ${oneLine(body)}`)
  const problem = unescaped(`${title}: ${text}`)
  throw new UsageError('signIn', 'loginUrl', 'a URL whose login leads back to the app', problem)
}

function oneLine(body: string): string {
  return body.replace(/\s+/g, ' ').trim() || 'nothing'
}
