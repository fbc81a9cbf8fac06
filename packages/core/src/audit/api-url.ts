/** Where the API is, as an app says it. */
import { optional, type Rule } from '../arguments/arguments.js'
import { apiUrl } from '../generated/endpoints.js'
import type { ApiWords } from './api-words.js'

/** The value of the option `apiUrl`, Linode's where it is left out; in the form in which URLs are compared. */
export function readApiUrl(value: unknown, { basePath }: ApiWords): string {
  return optional('apiUrl', value, startOfUrls(basePath)) ?? `${apiUrl}/`
}

/**
 * A slash at its end, lest a longer name of a host begin with it. Of one that holds the base path no call would be
 * found to be of an operation.
 */
function startOfUrls(basePath: string): Rule<string> {
  return {
    expected: `a plain URL without user, query and ${basePath}, such as ${apiUrl}`,
    read: (value) => {
      const url = URL.canParse(String(value)) ? new URL(String(value)) : undefined
      if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
      const { username, password, search, hash, pathname } = url
      if (username + password + search + hash !== '' || /\/\/|%/.test(pathname)) return undefined
      const start = url.href.endsWith('/') ? url.href : `${url.href}/`
      return start.endsWith(`${basePath}/`) ? undefined : start
    },
  }
}
