/**
 * What a document's `security` means. Documents say it in several ways: scopes in a requirement of
 * an operation or of the whole document, several requirements of which any one will do, a scheme
 * of its own for each scope.
 */
import type { DeclaredAccess } from '../api-document.js'
import type { Requirement, Slip } from './requirements.js'
import { scopesOf } from './scopes-in-text.js'
import { isRecord } from './spot.js'

/** A security scheme: whether it is OAuth, and the scopes that it lists with what it says of each. */
export interface Scheme {
  readonly oauth: boolean
  readonly scopes: ReadonlyMap<string, string>
}

/** The schemes of a document, by name. */
export type Schemes = ReadonlyMap<string, Scheme>

/**
 * Reads one scheme.
 *
 * @param tables - its own table of scopes, as Swagger 2 has one, and that of each flow of OpenAPI 3.
 */
export function schemeOf(value: unknown, tables: readonly unknown[]): Scheme {
  if (!isRecord(value)) return { oauth: false, scopes: new Map() }
  const oauth = ['oauth2', 'openIdConnect'].includes(String(value['type'])) || tables.length > 1
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

/** The scopes that are listed nowhere but in a scheme of their own. */
export function aloneIn(schemes: Schemes): ReadonlySet<string> {
  const tables = [...schemes.values()].filter(({ oauth }) => oauth).map(({ scopes }) => [...scopes.keys()])
  if (tables.length < 2) return new Set()
  const together = new Set(tables.filter(({ length }) => length > 1).flat())
  return new Set(tables.flat().filter((scope) => !together.has(scope)))
}

/** What a document means by its requirements, once all of them are known. */
export class Meaning {
  readonly #schemes: Schemes
  readonly #knowsOAuth: boolean

  /** @param all - every requirement of the document. */
  constructor(schemes: Schemes, all: readonly Requirement[]) {
    this.#schemes = schemes
    this.#knowsOAuth =
      [...schemes.values()].some(({ oauth }) => oauth) ||
      all.some((requirement) => this.#scopesIn(requirement) !== undefined)
  }

  /**
   * The access that requirements declare, of which any one will do. One that names scopes of a scheme that is
   * not declared makes all of them unreadable; one that names none is passed over beside others.
   */
  accessOf(requirements: readonly Requirement[]): DeclaredAccess | Slip {
    const slip = this.#undeclaredIn(requirements, (scopes) => scopes.length > 0)
    if (slip !== undefined) return slip
    if (requirements.length === 0 || requirements.some(({ size }) => size === 0)) return { auth: 'none' }
    const sets = requirements.flatMap((requirement) => {
      const scopes = this.#scopesIn(requirement)
      return scopes === undefined ? [] : [scopes]
    })
    if (sets.length === 0) return this.#withoutOAuth(requirements)
    if (sets.some((set) => set.length === 0)) return { auth: 'any_token' }
    const once = new Map(sets.map((set) => [[...set].sort().join(' '), set]))
    return { auth: 'scoped', anyOf: [...once.values()] }
  }

  /** What no OAuth can fulfil, as far as it is known. */
  #withoutOAuth(requirements: readonly Requirement[]): DeclaredAccess | Slip {
    return this.#undeclaredIn(requirements, () => true) ?? { auth: this.#knowsOAuth ? 'pat' : 'some_token' }
  }

  /** The first scheme that should be declared, since others are. */
  #undeclaredIn(
    requirements: readonly Requirement[],
    counts: (scopes: readonly string[]) => boolean,
  ): Slip | undefined {
    if (this.#schemes.size === 0) return undefined
    for (const [index, requirement] of requirements.entries()) {
      const found = [...requirement].find(([name, scopes]) => !this.#schemes.has(name) && counts(scopes))
      if (found !== undefined)
        return { path: [index, found[0]], wrong: `"${found[0]}" is no security scheme of the document` }
    }
    return undefined
  }

  /**
   * The scopes that a requirement asks for, all of its schemes together; `undefined` where OAuth can't fulfil
   * it. One that names scopes is OAuth, whatever it is called.
   */
  #scopesIn(requirement: Requirement): readonly string[] | undefined {
    const named = [...requirement].flatMap(([name, scopes]) =>
      scopes.length > 0 ? scopes : impliedBy(this.#schemes.get(name), this.#schemes),
    )
    const isOAuth =
      named.length > 0 ||
      [...requirement.keys()].some((name) => this.#schemes.get(name)?.oauth ?? looksLikeOAuth(name))
    return isOAuth ? [...new Set(named)] : undefined
  }
}

/** Where there is a scheme for each scope, naming the scheme is naming its scope. */
function impliedBy(scheme: Scheme | undefined, schemes: Schemes): readonly string[] {
  const several = [...schemes.values()].filter(({ oauth }) => oauth).length > 1
  return several && scheme?.oauth && scheme.scopes.size === 1 ? [...scheme.scopes.keys()] : []
}

/** A scheme that is used but not declared has nothing but its name. */
function looksLikeOAuth(name: string): boolean {
  return /oauth/i.test(name)
}
