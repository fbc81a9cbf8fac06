/** Where the API is, as an app says it. */
import { optional } from '../arguments/arguments.js'
import { apiUrl } from '../generated/endpoints.js'
import type { Check } from '../wire/checks.js'

/** The value of the option `apiUrl`, Linode's where it is left out; in the form in which URLs are compared. */
export function readApiUrl(value: unknown): string {
  return optional('apiUrl', value, startOfUrls) ?? `${apiUrl}/`
}

/** A slash at its end, lest a longer name of a host begin with it. */
const startOfUrls: Check<string> = {
  expected: 'a URL without a query, such as https://api.linode.com',
  read: (value) => {
    const url = URL.canParse(String(value)) ? new URL(String(value)) : undefined
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '') return undefined
    return url.href.endsWith('/') ? url.href : `${url.href}/`
  },
}
