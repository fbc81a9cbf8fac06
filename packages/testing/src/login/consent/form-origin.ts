/** Whether a form was sent by a page of this server. */
import { type HttpRequest, headerOf } from '../../call/http.js'

/**
 * Goes with a page that has a form. Under `no-referrer` a browser would send the form with `Origin: null`, as
 * a page that hides where it comes from does.
 */
export const tellsItself = { 'referrer-policy': 'same-origin' } as const

const OWN = ['same-origin', 'none']

/**
 * Whether a browser says that a page of another origin sent the request, a sibling host's too. What is no
 * browser says nothing, and has no cookies of a user to misuse.
 */
export function cameFromElsewhere(request: HttpRequest): boolean {
  const site = headerOf(request, 'sec-fetch-site')
  const origin = headerOf(request, 'origin')
  return (
    (site !== undefined && !OWN.includes(site)) ||
    (origin !== undefined && hostOf(origin) !== headerOf(request, 'host'))
  )
}

/** One port speaks one scheme, so the host tells an origin. */
function hostOf(origin: string): string | undefined {
  return /^https?:\/\/[^/]+$/.test(origin) && URL.canParse(origin) ? new URL(origin).host : undefined
}
