/** The cookie by which the server knows a browser again. */
import { type HttpRequest, headerOf } from '../../call/http.js'

const NAME = 'fake-login-browser'
const pattern = /(?:^|;)\s*fake-login-browser=([^;]*)/g

/**
 * The name that this browser says it was given. One that says two says none: a page of a sibling host may
 * have tossed the other in.
 */
export function browserOf(request: HttpRequest): string | undefined {
  const [first, ...others] = (headerOf(request, 'cookie') ?? '').matchAll(pattern)
  return others.length === 0 ? first?.[1] : undefined
}

/**
 * Gives a browser its name. `Lax`: it comes along when an app sends the user here, so that two tabs are one
 * browser, and not when a page of another site posts a form.
 */
export function browserCookie(browser: string): string {
  return `${NAME}=${browser}; Path=/; HttpOnly; SameSite=Lax`
}

/** Takes it away. */
export const noBrowserCookie: string = `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
