/** What the demo shows of each request. */
import type { Narrator } from './narrator.js'
import { shorten } from './shorten.js'
import { inWords } from './told-request.js'

/** A fetch that tells the narrator what was asked and what came, secrets shortened. */
export function watchedFetch(narrator: Narrator): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const sent = await request.clone().text()
    const response = await fetch(request)
    const bearer = request.headers.get('authorization')
    narrator.exchange({
      ...inWords(request.method, request.url, bearer ? `authorization: ${bearer}` : sent),
      answer: `${response.status} ${await summary(response.clone())}`,
    })
    return response
  }
}

async function summary(response: Response): Promise<string> {
  const location = response.headers.get('location')
  if (location) return `Location: ${shorten(decodeURIComponent(location))}`
  const accepted = response.headers.get('x-accepted-oauth-scopes')
  const needs = accepted ? `  (needs ${accepted === '*' ? 'no scope' : accepted})` : ''
  if (response.headers.get('content-type')?.includes('html')) return 'a page'
  const body = shorten(await response.text())
  return `${body.length > 220 ? `${body.slice(0, 220)}…` : body}${needs}`
}
