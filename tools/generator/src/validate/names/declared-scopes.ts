/** Which scopes the spec declares, and what a text that is none of them was meant to be. */
import { own } from '../../collections/own.js'
import { listAliases } from '../../model/read-aliases.js'
import { readScopes } from '../../model/read-scopes.js'
import { type Choice, choiceOf, chooseFrom, nearest } from '../../report/nearest.js'
import { oncePer } from '../../reuse/once-per.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Spot } from '../rule.js'
import { levelInCode } from './levels-in-code.js'
import { missingFamilies, type Places } from './missing-families.js'
import { type MisspeltNames, misspeltFamilies, misspeltLevels } from './misspelt-names.js'

/** A scope's text and where the spec makes it one. */
export interface DeclaredScope extends Spot {
  readonly text: string
}

/** Every scope that the spec declares, the wildcard last. */
export const declaredScopes: (document: ScopesDocument) => readonly DeclaredScope[] = oncePer((document) => {
  const { families, singles, wildcard } = readScopes(document)
  const at = (text: string, where: 'key' | 'value', ...path: string[]): DeclaredScope => ({
    text,
    part: 'scopes',
    path,
    at: where,
  })
  return [
    ...families.flatMap(({ id, scopes }) => scopes.map(({ text }) => at(text, 'key', 'families', id))),
    ...singles.map(({ text }) => at(text, 'key', 'scopes', text)),
    ...(wildcard ? [at(wildcard.scope, 'value', 'wildcard', 'scope')] : []),
  ]
})

/** What is wrong with a text that is no scope, and what to write instead. */
export interface Diagnosis extends Choice {
  readonly wrong: string
}

/** The scopes of a spec, to ask whether a text is one and, if not, what it was meant to be. */
export class KnownScopes {
  readonly #document: ScopesDocument
  readonly #operations: OperationsDocument | undefined
  readonly #texts: ReadonlySet<string>
  #spellings: ReadonlyMap<string, string> | undefined
  readonly #diagnoses = new Map<string, Diagnosis>()
  #families: readonly string[] | undefined
  #misspelt: { readonly families: MisspeltNames; readonly levels: MisspeltNames } | undefined
  #missing: ReadonlyMap<string, Places> | undefined
  #searches = 0

  /** @param operations - where they are at hand: they tell which names are misspelt where they are declared. */
  constructor(document: ScopesDocument, operations?: OperationsDocument) {
    this.#document = document
    this.#operations = operations
    this.#texts = new Set(declaredScopes(document).map(({ text }) => text))
  }

  has(text: string): boolean {
    if (this.#isKnown(text)) return true
    const colon = Math.max(0, text.lastIndexOf(':'))
    return (
      Object.hasOwn(this.#document.levels ?? {}, text.slice(colon + 1)) &&
      this.missing.has(text.slice(0, colon))
    )
  }

  /** The families of which nothing is left, if many places name them. */
  get missing(): ReadonlyMap<string, Places> {
    this.#missing ??= missingFamilies(this.#document, this.#operations, (text) => this.#isKnown(text))
    return this.#missing
  }

  /** Whether a text is a scope, or its family or level is told elsewhere. */
  #isKnown(text: string): boolean {
    return this.#texts.has(text) || this.#isUnclear(text) || this.#isMisspeltAbove(text)
  }

  /** While a family's list of levels is at fault itself, nobody knows which scopes it has. */
  #isUnclear(text: string): boolean {
    const { families = {}, levels = {} } = this.#document
    const family = own(families, text.slice(0, Math.max(0, text.lastIndexOf(':'))))
    return family?.levels?.some((level) => !Object.hasOwn(levels, level)) ?? false
  }

  /** Of a family or a level that is misspelt where it is declared, that place is told. */
  #isMisspeltAbove(text: string): boolean {
    this.#misspelt ??= {
      families: misspeltFamilies(this.#document, this.#operations),
      levels: misspeltLevels(this.#document, this.#operations),
    }
    const { families, levels } = this.#misspelt
    const colon = text.lastIndexOf(':')
    return families.has(text.slice(0, Math.max(0, colon))) || levels.has(text.slice(colon + 1))
  }

  /** Asked often for the same text, it searches once. */
  diagnose(text: string): Diagnosis {
    const diagnosis =
      this.#diagnoses.get(text) ?? this.#oldSpelling(text) ?? this.#ofFamily(text) ?? this.#unlike(text)
    this.#diagnoses.set(text, diagnosis)
    return diagnosis
  }

  /** The scope that an old spelling is read as. No document misspells one: import writes the scope. */
  readAs(text: string): string | undefined {
    this.#spellings ??= new Map(listAliases(this.#document).map(({ alias, scope }) => [alias, scope]))
    return this.#spellings.get(text) || undefined
  }

  #oldSpelling(text: string): Diagnosis | undefined {
    const suggestion = this.readAs(text)
    if (suggestion === undefined) return undefined
    const wrong = `"${text}" is an old spelling, not a scope`
    return { wrong, expected: 'a scope that is declared', suggestion, fix: `write "${suggestion}"` }
  }

  /** Of `family:level`, one half may be right: then the other is at fault. */
  #ofFamily(text: string): Diagnosis | undefined {
    const { families = {}, levels = {} } = this.#document
    const colon = text.lastIndexOf(':')
    const [family, level] = [text.slice(0, colon), text.slice(colon + 1)]
    if (colon < 1 || Object.keys(levels).length === 0) return undefined
    const entry = own(families, family)
    if (entry !== undefined) {
      const ladder = entry.levels ?? Object.keys(levels)
      const { expected, suggestion } = chooseFrom(level, ladder)
      const inCode = ladder.find((id) => id === levelInCode(level, levels))
      return told(`the family "${family}" has no level "${level}"`, expected, family, inCode ?? suggestion)
    }
    if (!Object.hasOwn(levels, level)) return undefined
    this.#families ??= Object.keys(families)
    const meant = this.#nearest(family, this.#families)
    const { fix, ...words } = told(
      `"${family}" is no family`,
      choiceOf(this.#families) || undefined,
      meant,
      level,
    )
    return {
      ...words,
      fix:
        meant === undefined
          ? `${fix}; one that the provider took away stays for one release, with "retired"`
          : fix,
    }
  }

  /**
   * Each search looks at every word: where a whole file is unlike the spec, the first faults are help enough.
   */
  #nearest(word: string, known: Iterable<string>): string | undefined {
    this.#searches += 1
    return this.#searches > SEARCHES ? undefined : nearest(word, known)
  }

  #unlike(text: string): Diagnosis {
    const suggestion = this.#nearest(text, this.#texts)
    const [wrong, expected] = [`there is no scope "${text}"`, 'a scope that is declared']
    if (suggestion === undefined) return { wrong, expected, fix: DECLARE }
    return { wrong, expected, suggestion, fix: `did you mean "${suggestion}"?` }
  }
}

const SEARCHES = 100

const DECLARE = 'write one of the scopes that are declared, or declare it'

function told(
  wrong: string,
  expected = 'a scope that is declared',
  family?: string,
  level?: string,
): Diagnosis {
  if (family === undefined || level === undefined) return { wrong, expected, fix: DECLARE }
  const suggestion = `${family}:${level}`
  return { wrong, expected, suggestion, fix: `did you mean "${suggestion}"?` }
}
