/** The user's browser, as far as a test needs one: it opens a login URL, approves, and stops at the app's callback. */

const formTicket = /name="ticket" value="([0-9a-f]+)"/
const tag = /<[^>]*>/g

/**
 * Opens a login URL as a user who approves.
 *
 * @returns The callback URL that the browser would open next, with the code or the error in it.
 * @throws Error with the text of the page when the server redirects nowhere.
 */
export async function openLoginUrl(
  fetch: typeof globalThis.fetch,
  url: string | URL,
  consentUrl: string,
): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' })
  const html = await answer.text()
  const ticket = formTicket.exec(html)?.[1]
  if (ticket === undefined) return callbackOf(answer, html)
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const body = new URLSearchParams({ ticket, decision: 'approve' })
  const decided = await fetch(consentUrl, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
  return callbackOf(decided, await decided.text())
}

function callbackOf(answer: Response, html: string): string {
  const location = answer.headers.get('location')
  if (location !== null) return location
  const text = html.slice(html.indexOf('<main>')).replace(tag, ' ').replace(/\s+/g, ' ').trim()
  throw new Error(`the login server answered ${answer.status} and redirected nowhere: ${text}`)
}
