import type { Exchange } from './narrator.js'
import { shorten } from './shorten.js'

/**
 * A request as the demo shows it: readable, and its secrets shortened.
 *
 * @param sent - What was sent by it: its form, or the header that matters.
 */
export function inWords(method: string, url: string, sent: string): Pick<Exchange, 'request' | 'sent'> {
  const { pathname, search } = new URL(url)
  return {
    request: `${method} ${shorten(decodeURIComponent(pathname + search))}`,
    sent: shorten(decodeURIComponent(sent).replaceAll('&', '  ')),
  }
}
