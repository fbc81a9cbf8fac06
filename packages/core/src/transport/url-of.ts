/** Where a call of `fetch` goes. */
import { attempt } from '../errors/attempt.js'

/** In a page an address may be relative; `undefined` for what `fetch` can't have called. */
export function urlOf(input: Parameters<typeof fetch>[0]): string | undefined {
  return attempt(() => (typeof input === 'object' && 'url' in input ? input : new Request(input)).url)
}
