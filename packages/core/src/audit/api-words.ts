/** In which words an API tells of scopes: data that is handed in, so that the reading knows no provider. */
import { apiBasePath, reasonPlace, refusals, scopeHeaders } from '../generated/api.js'

/** What an API calls its headers and refusals, and where its reasons stand. */
export interface ApiWords {
  /** The path that every path of the API follows. */
  readonly basePath: string
  /** The headers of an answer that say what the token has and what the call needs. */
  readonly headers: { readonly granted: string; readonly accepted: string }
  /** How it refuses a call. */
  readonly refusals: Readonly<
    Record<'insufficientScope' | 'invalidToken', { readonly status: number; readonly reason: string }>
  >
  /** Where the reason stands in the body: keys and places in lists, from the outside in. */
  readonly reasonPlace: readonly (string | number)[]
}

/** Those of Linode's API. */
export const linodeApi: ApiWords = { basePath: apiBasePath, headers: scopeHeaders, refusals, reasonPlace }
