/**
 * The calls of a recorded HAR (HTTP Archive 1.2). Of each only three things are taken: the method, the
 * URL without its query and the two headers that speak of scopes. Whatever else a log holds, tokens
 * included, is never looked at.
 */
import { readScopeHeaders, type ScopeHeaders } from '@linode-login/core/audit'
import { Refusal } from '../refusal.js'

/** One call. */
export interface HarCall {
  readonly method: string
  readonly origin: string
  readonly path: string
  readonly scopes: ScopeHeaders
}

/** What a log holds. */
export interface HarLog {
  readonly calls: readonly HarCall[]
  /** How many entries aren't understood. */
  readonly broken: number
}

/**
 * Reads a log. An entry that isn't understood is counted and passed over.
 *
 * @throws Refusal for a text that is no JSON, or no HAR.
 */
export function readHar(text: string): HarLog {
  const entries = member(member(parsed(text), 'log'), 'entries')
  if (!Array.isArray(entries)) {
    throw new Refusal('not_har', 'The log is JSON, but no HAR: it has no list at log.entries.')
  }
  const calls = entries.map(callOf).filter((call) => call !== undefined)
  return { calls, broken: entries.length - calls.length }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The error of JSON.parse quotes the text.
    throw new Refusal('not_json', 'The log is no JSON: it may be cut off.')
  }
}

function callOf(entry: unknown): HarCall | undefined {
  const request = member(entry, 'request')
  const method = member(request, 'method')
  const url = member(request, 'url')
  if (typeof method !== 'string' || !/^[a-z]{1,20}$/i.test(method)) return undefined
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const { origin, pathname } = new URL(url)
  return {
    method: method.toUpperCase(),
    origin,
    path: pathname,
    scopes: readScopeHeaders(headersIn(member(member(entry, 'response'), 'headers'))),
  }
}

/** How the API writes scopes. Another value isn't its own, and would be printed. */
const written = /^(unknown|[ ,]*((\*|[a-z_]{1,40}(:[a-z_*]{1,40})?)([ ,]+|$)){0,200})$/

/** The headers of a list. Only those that are asked for are looked at. */
function headersIn(list: unknown): Pick<Headers, 'get'> {
  const all: readonly unknown[] = Array.isArray(list) ? list : []
  return {
    get: (asked) => {
      const values = all.flatMap((header) => {
        const [name, value] = [member(header, 'name'), member(header, 'value')]
        if (typeof name !== 'string' || name.toLowerCase() !== asked.toLowerCase()) return []
        return typeof value === 'string' && written.test(value) ? [value] : []
      })
      return values.length === 0 ? null : values.join(', ')
    },
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
