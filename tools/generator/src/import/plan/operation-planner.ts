/**
 * What becomes of one operation: an entry that is new, one that says something else, or
 * none, and what is to be asked.
 */
import type { PicturedScopes } from '../../diff/compare/coverage.js'
import { scopesOf } from '../../diff/picture/picture-of-scopes.js'
import type { Access } from '../../model/operation-model.js'
import { setsOf, whatHolds } from '../../model/read-operations.js'
import { readScopes } from '../../model/read-scopes.js'
import type { OperationEntry, ScopesNeeded } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiOperation, DeclaredAccess } from '../api-document.js'
import { declaredBy, inWords, isSame, neededOf } from './access.js'
import { asksForLess } from './asks-for-less.js'
import type { Correction, Corrector } from './corrector.js'
import type { OperationsPlan, Wishes } from './plan.js'
import type { Questions } from './questions.js'

const nothing: OperationsPlan = { edits: [], told: [] }

/** What an entry says that a document can change. */
type Words = Pick<OperationEntry, 'auth' | 'declared' | 'misspelt' | 'corrected' | 'guessed' | 'note'>

/** Plans one operation after another. */
export class OperationPlanner {
  readonly #scopes: PicturedScopes
  readonly #corrector: Corrector
  readonly #wishes: Pick<Wishes, 'since' | 'unlike'>
  readonly #questions: Questions

  constructor(
    scopes: ScopesDocument,
    corrector: Corrector,
    wishes: Pick<Wishes, 'since' | 'unlike'>,
    questions: Questions,
  ) {
    this.#scopes = { scopes: scopesOf(readScopes(scopes)) }
    this.#corrector = corrector
    this.#wishes = wishes
    this.#questions = questions
  }

  add(key: string, { method, access }: ApiOperation, id: string): OperationsPlan {
    const said = this.#said(key, method, access)
    const words = said && this.#wordsFor(key, said)
    if (said === undefined || words === undefined) return nothing
    const isGuess = said !== access
    const guessed = isGuess ? { guessed: true as const } : {}
    const entry = entryOf({ ...words, ...guessed }, { id, since: this.#wishes.since, note: words.note })
    return {
      edits: [{ kind: 'add', key, entry }],
      told: [{ kind: 'new', key, after: entry, text: `${key}: ${inWords(said)}` }],
    }
  }

  /**
   * What a new operation is taken to need; `undefined`, and a question, where any guess
   * might ask for too little.
   */
  #said(key: string, method: string, access: DeclaredAccess): Access | undefined {
    switch (access.auth) {
      case 'unsaid':
        return { auth: ['GET', 'HEAD'].includes(method) ? 'none' : 'any_token' }
      case 'some_token':
        return { auth: 'pat' }
      case 'unreadable':
        this.#questions.ask('unreadable', key, `${access.why}; it is new, and was not added`)
        return undefined
      default:
        return access
    }
  }

  change(key: string, before: OperationEntry, access: DeclaredAccess): OperationsPlan {
    const words = this.#newWords(key, before, access)
    if (words === undefined) return nothing
    const entry = entryOf(words, { ...before, note: words.note })
    const text = `${key}: ${stepOf(before, access, entry)}`
    return {
      edits: [{ kind: 'change', key, before, entry }],
      told: [{ kind: 'declaration', key, before, after: entry, text }],
    }
  }

  /** What an operation declares now, if it is anything else than before. */
  #newWords(key: string, before: OperationEntry, access: DeclaredAccess): Words | undefined {
    if (isSame(declaredBy(before), access)) return declaredByNow(before)
    if (access.auth === 'unsaid' || access.auth === 'some_token') {
      // A document that says nothing may have forgotten to. Whoever wrote a note knew better, and
      // the server's answer wins.
      const isSilent = access.auth === 'unsaid'
      const isKnown = before.note !== undefined || before.recorded !== undefined || before.guessed
      if (isKnown || (before.auth === 'none') === isSilent) return undefined
      if (isSilent) this.#questions.ask('less', key, `${inWords(whatHolds(before))} → nothing`)
      else this.#questions.ask('someToken', key, 'it stays "auth: none"')
      return undefined
    }
    if (access.auth === 'unreadable') {
      this.#questions.ask('unreadable', key, `${access.why}; it stays as it was`)
      return undefined
    }
    if (access.auth === 'pat' && before.guessed !== true) {
      // In the spec "auth: pat" wins over a recorded answer, and takes the call from every app: a person says so.
      if (before.note === undefined) this.#questions.ask('onlyPat', key)
      return undefined
    }
    if (access.auth === 'none' && this.#takesTokenAway(before)) {
      if (before.note === undefined)
        this.#questions.ask('less', key, `${inWords(whatHolds(before))} → no token`)
      return undefined
    }
    const byHand = correctedByHand(before)
    if (byHand !== undefined && !isSame({ auth: 'scoped', anyOf: setsOf(byHand) }, access))
      // What a person took to be meant stays until they take it out.
      return {
        ...declaring(access),
        corrected: byHand,
        guessed: 'note',
        ...(before.note && { note: before.note }),
      }
    const words = this.#wordsFor(key, access, before)
    const isNoteOurs = before.guessed === true && before.corrected !== undefined
    if (words === undefined || before.note === undefined || isNoteOurs) return words
    // What a person wrote stays, and is theirs to judge.
    return { ...words, guessed: 'note', note: before.note }
  }

  /** An access as the spec writes it; `undefined`, and a question, for scopes that nobody knows. */
  #wordsFor(key: string, access: Access, before?: OperationEntry): Words | undefined {
    if (access.auth !== 'scoped') return { auth: access.auth, ...this.#kept(access, before) }
    const declared = neededOf(access.anyOf)
    const unknown = this.#corrector.unknownIn(access.anyOf)
    if (unknown.length === 0) return { declared, ...this.#kept(access, before) }
    // The question what it is names the operation as well.
    if (unknown.some((scope) => this.#wishes.unlike.has(scope))) return undefined
    if (before?.recorded !== undefined) return { declared, misspelt: true }
    const correction = this.#corrector.correct(key, access.anyOf, before)
    if (correction === undefined) {
      const what = before === undefined ? 'it is new, and was not added' : 'it stays as it was'
      this.#questions.ask('undecidable', key, `${inWords(access)}; ${what}`)
      return undefined
    }
    const meant = { auth: 'scoped', anyOf: correction.sets } as const
    return { declared, ...(this.#kept(meant, before) ?? guess(correction)) }
  }

  /** What was needed so far, where a document asks for less of it and no answer of the server tells. */
  #kept(access: Access, before: OperationEntry | undefined): Guess | undefined {
    const held = before === undefined || before.recorded !== undefined ? undefined : whatHolds(before)
    if (held?.auth !== 'scoped' || !asksForLess(access, held, this.#scopes)) return undefined
    return guess({
      sets: held.anyOf,
      note: 'The document asks for less than before; what was needed is kept.',
    })
  }

  /** Whether a token was needed, of whatever scopes, and not as a guess. */
  #takesTokenAway(before: OperationEntry): boolean {
    const held = whatHolds(before)
    return (
      before.guessed !== true && held.auth !== 'scoped' && asksForLess({ auth: 'none' }, held, this.#scopes)
    )
  }
}

/** What an entry says of scopes that hold whatever is declared, until a person has looked. */
type Guess = Required<Pick<OperationEntry, 'corrected' | 'note'>> & { readonly guessed: true }

function guess({ sets, note }: Correction): Guess {
  return { corrected: neededOf(sets), guessed: true, note }
}

/** What a person took to be meant, or let stand of a guess. */
function correctedByHand({ corrected, guessed }: OperationEntry): ScopesNeeded | undefined {
  return guessed === true ? undefined : corrected
}

function declaring(access: Access): Words {
  return access.auth === 'scoped' ? { declared: neededOf(access.anyOf) } : { auth: access.auth }
}

/** What was guessed so far, and is declared by now. */
function declaredByNow({ auth, corrected, guessed, note }: OperationEntry): Words | undefined {
  return guessed === true && auth && corrected === undefined ? { auth, ...(note && { note }) } : undefined
}

/** What else an entry says. */
interface Others {
  readonly id: string
  readonly recorded?: ScopesNeeded
  readonly since?: string | undefined
  readonly note: string | undefined
}

/** An entry with its keys in the order of the file. */
function entryOf(
  { auth, declared, misspelt, corrected, guessed }: Words,
  { recorded, since, id, note }: Others,
): OperationEntry {
  return {
    ...(auth && { auth }),
    ...(declared && { declared }),
    ...(misspelt && { misspelt }),
    ...(recorded && { recorded }),
    ...(corrected && { corrected }),
    ...(guessed && { guessed }),
    ...(since && { since }),
    id,
    ...(note && { note }),
  }
}

function stepOf(before: OperationEntry, access: DeclaredAccess, after: OperationEntry): string {
  if (isSame(declaredBy(before), access)) return `${inWords(access)}, which was a guess`
  const step = `${inWords(declaredBy(before))} → ${inWords(access)}`
  if (before.recorded !== undefined) return `${step}; the recorded answer still holds`
  return isSame(whatHolds(before), whatHolds(after)) ? `${step}; what was needed stays` : step
}
