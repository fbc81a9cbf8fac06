/** The user's browser, as far as a test needs one: it opens a login URL, and stops at the app's callback. */

const tag = /<[^>]*>/g

/**
 * Opens a login URL.
 *
 * @param fetch - that of the user's browser
 * @returns the callback URL that the browser would open next, with the code or the error in it
 * @throws Error with the text of the page when the server redirects nowhere.
 */
export async function openLoginUrl(fetch: typeof globalThis.fetch, url: string | URL): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location !== null) return location
  const html = await answer.text()
  const text = html.slice(html.indexOf('<main>')).replace(tag, ' ').replace(/\s+/g, ' ').trim()
  throw new Error(`the login server answered ${answer.status} and redirected nowhere: ${text}`)
}
