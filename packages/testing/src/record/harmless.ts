/**
 * What of a request may be shown: what is known to be no secret. The rest is hidden, whatever it is called.
 */

import type { HttpRequest, Parameter } from '../call/http.js'
import { CONSENT_PATH } from '../login/consent/consent-path.js'
import type { Provider } from '../provider/provider.js'

/** Where it stands what a provider knows, and what of it is a secret. */
export type WhatIsKnown = Pick<Provider, 'endpoints' | 'secretParameters' | 'api'>

/** What is known to be no secret. */
export interface Harmless {
  /** The parameters whose values may be shown. */
  readonly parameters: ReadonlySet<string>
  /** The segments of a path that may be shown. */
  readonly segments: ReadonlySet<string>
}

/** What a record shows of parameters or headers: by name, a list where one came twice. */
export type Shown = Readonly<Record<string, string | readonly string[]>>

const HIDDEN = '<hidden>'

/** What the fake's own consent form says beside its ticket. */
const ofTheConsentForm = 'decision'

const headersToShow = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'access-control-request-headers',
  'access-control-request-method',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'expect',
  'host',
  'origin',
  'pragma',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'te',
  'transfer-encoding',
  'upgrade-insecure-requests',
  'user-agent',
])

/** A misspelt name is to be seen; a token that stands where a name should is not. */
const looksLikeName = /^[a-z_.[\] -]{1,40}$/i
/** The number of a thing in the API. */
const looksLikeNumber = /^\d{1,12}$/

/** What a provider knows and does not call a secret. */
export function harmlessIn({ endpoints, secretParameters, api }: WhatIsKnown): Harmless {
  const secret = new Set(secretParameters.map((name) => name.toLowerCase()))
  const known = endpoints.flatMap((endpoint) => endpoint.parameters)
  const parameters = known.filter((name) => !secret.has(name.toLowerCase()))
  const paths = [
    CONSENT_PATH,
    api.basePath,
    ...endpoints.flatMap(({ path, location = '' }) => [path, location]),
    ...api.operations.map(({ path }) => path),
  ]
  const segments = paths.flatMap((path) => path.split('/'))
  return { parameters: new Set([ofTheConsentForm, ...parameters]), segments: new Set(segments) }
}

/** A path whose unknown segments are hidden. */
export function shownPath(path: string, { segments }: Harmless): string {
  const shown = path
    .split('/')
    .map((segment) => (segments.has(segment) || looksLikeNumber.test(segment) ? segment : HIDDEN))
  return shown.join('/')
}

/** Parameters by name: the values of those that are known, and of the others that they came. */
export function shownParameters(parameters: readonly Parameter[], harmless: Harmless): Shown {
  const shown = new Map<string, string | string[]>()
  for (const [name, value] of parameters) {
    const key = looksLikeName.test(name) ? name : HIDDEN
    const next = harmless.parameters.has(name) ? withoutSecrets(value) : HIDDEN
    const before = shown.get(key)
    if (before === undefined) shown.set(key, next)
    else if (typeof before === 'string') shown.set(key, [before, next])
    else before.push(next)
  }
  return Object.fromEntries(shown)
}

/** A redirect URI that came back may hold a code, wherever it was meant to go. */
function withoutSecrets(value: string): string {
  return value.replace(/\/\/[^/?#]*@/, `//${HIDDEN}@`).replace(/[?#].*$/s, `?${HIDDEN}`)
}

/** Headers by lower-case name, those hidden that are not known to be harmless. */
export function shownHeaders(headers: HttpRequest['headers']): Shown {
  const shown = new Map<string, string | readonly string[]>()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) shown.set(name, headersToShow.has(name) ? value : HIDDEN)
  }
  return Object.fromEntries(shown)
}
