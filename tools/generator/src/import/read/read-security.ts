/**
 * What a document's `security` means. Documents say it in several ways: scopes in a requirement of an operation or of
 * the whole document, several requirements of which any one will do, a scheme of its own for each scope.
 */
import type { DeclaredAccess } from '../api-document.js'
import { isRecord } from './library.js'

/** A security scheme: whether it is OAuth, and the scopes that it lists with what it says of each. */
export interface Scheme {
  readonly oauth: boolean
  readonly scopes: ReadonlyMap<string, string>
}

/** The schemes of a document, by name. */
export type Schemes = ReadonlyMap<string, Scheme>

/** Reads one scheme of OpenAPI 3 (`flows`) or Swagger 2 (`scopes`). */
export function schemeOf(value: unknown): Scheme {
  if (!isRecord(value)) return { oauth: false, scopes: new Map() }
  const flows = isRecord(value['flows']) ? Object.values(value['flows']) : []
  const tables = [value, ...flows].map((holder) => (isRecord(holder) ? holder['scopes'] : undefined))
  const oauth = ['oauth2', 'openIdConnect'].includes(String(value['type'])) || flows.length > 0
  return { oauth, scopes: new Map(tables.flatMap(scopesIn)) }
}

/** A table of scopes and what they mean, or a bare list. */
function scopesIn(table: unknown): [string, string][] {
  if (Array.isArray(table)) return table.flatMap(scopesOf).map((scope) => [scope, ''])
  if (!isRecord(table)) return []
  return Object.entries(table).flatMap(([text, says]) =>
    scopesOf(text).map((scope): [string, string] => [scope, typeof says === 'string' ? says : '']),
  )
}

/** The access that `security` declares; `undefined` is not to have said anything. */
export function accessOf(security: unknown, schemes: Schemes): DeclaredAccess {
  if (!Array.isArray(security)) return { auth: 'unsaid' }
  if (security.length === 0) return { auth: 'none' }
  // The same requirement again, as aliases of YAML give it, says nothing new.
  const requirements = [...new Set<unknown>(security)].filter(isRecord)
  if (requirements.length === 0) return { auth: 'unsaid' }
  if (requirements.some((requirement) => Object.keys(requirement).length === 0)) return { auth: 'none' }
  const sets = requirements.flatMap((requirement) => {
    const { oauth, scopes } = readRequirement(requirement, schemes)
    return oauth ? [scopes] : []
  })
  if (sets.length === 0) return { auth: knowsOAuth(schemes) ? 'pat' : 'any_token' }
  if (sets.some((set) => set.length === 0)) return { auth: 'any_token' }
  const once = new Map(sets.map((set) => [[...set].sort().join(' '), set]))
  return { auth: 'scoped', anyOf: [...once.values()] }
}

/** All schemes of one requirement are needed together. One that names scopes is OAuth, whatever it calls itself. */
function readRequirement(
  requirement: Readonly<Record<string, unknown>>,
  schemes: Schemes,
): { readonly oauth: boolean; readonly scopes: readonly string[] } {
  const read = Object.entries(requirement).map(([name, value]) => {
    const scheme = schemes.get(name)
    const named = Array.isArray(value) ? value.flatMap(scopesOf) : scopesOf(value)
    const scopes = named.length > 0 ? named : impliedBy(scheme, schemes)
    return { oauth: scheme?.oauth ?? looksLikeOAuth(name), scopes }
  })
  const scopes = [...new Set(read.flatMap((part) => part.scopes))]
  return { oauth: scopes.length > 0 || read.some(({ oauth }) => oauth), scopes }
}

/** Where there is a scheme for each scope, naming the scheme is naming its scope. */
function impliedBy(scheme: Scheme | undefined, schemes: Schemes): readonly string[] {
  const several = [...schemes.values()].filter(({ oauth }) => oauth).length > 1
  return several && scheme?.oauth && scheme.scopes.size === 1 ? [...scheme.scopes.keys()] : []
}

function knowsOAuth(schemes: Schemes): boolean {
  return [...schemes.values()].some(({ oauth }) => oauth)
}

/** A scheme that is used but not declared has nothing but its name. */
function looksLikeOAuth(name: string): boolean {
  return /oauth/i.test(name)
}

/** A text as scopes: what none could be is left out. */
function scopesOf(text: unknown): string[] {
  if (typeof text !== 'string') return []
  return text.split(/[\s,]+/).filter((scope) => /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/.test(scope))
}
