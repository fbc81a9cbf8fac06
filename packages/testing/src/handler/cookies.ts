import { type HttpRequest, headerOf } from '../http.js'

const NAME = 'fake-login-browser'
const pattern = /(?:^|;\s*)fake-login-browser=([0-9a-f]+)/

/** The name that was given to this browser, if one was. */
export function browserOf(request: HttpRequest): string | undefined {
  return pattern.exec(headerOf(request, 'cookie') ?? '')?.[1]
}

/**
 * Gives a browser its name. `Lax`: it comes along when an app sends the user here, so that two tabs are one browser,
 * and not when a page of another site posts a form.
 */
export function browserCookie(browser: string): string {
  return `${NAME}=${browser}; Path=/; HttpOnly; SameSite=Lax`
}

/** Takes it away. */
export const noBrowserCookie: string = `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
