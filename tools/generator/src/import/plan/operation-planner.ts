/**
 * What becomes of one operation: an entry that is new, one that says something else, or
 * none, and what is to be asked.
 */
import type { Access } from '../../model/operation-model.js'
import type { OperationEntry, ScopesNeeded } from '../../spec/operations-document.js'
import type { ApiOperation, DeclaredAccess } from '../api-document.js'
import { declaredBy, inWords, isSame, neededOf } from './access.js'
import type { Corrector } from './corrector.js'
import type { OperationsPlan, Told } from './plan.js'
import type { Questions } from './questions.js'

const nothing: OperationsPlan = { edits: [], told: [] }

/** What an entry says that a document can change. */
type Words = Pick<OperationEntry, 'auth' | 'declared' | 'misspelt' | 'corrected' | 'guessed' | 'note'>

/** Plans one operation after another. */
export class OperationPlanner {
  readonly #corrector: Corrector
  readonly #since: string | undefined
  readonly #questions: Questions

  constructor(corrector: Corrector, since: string | undefined, questions: Questions) {
    this.#corrector = corrector
    this.#since = since
    this.#questions = questions
  }

  add(key: string, { method, access }: ApiOperation, id: string): OperationsPlan {
    const said = this.#said(key, method, access)
    const words = said && this.#wordsFor(key, said)
    if (said === undefined || words === undefined) return nothing
    const isGuess = said !== access
    const guessed = isGuess ? { guessed: true as const } : {}
    const entry = entryOf({ ...words, ...guessed }, { id, since: this.#since, note: words.note })
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

  change(key: string, before: OperationEntry, access: DeclaredAccess, id: string): OperationsPlan {
    const words = this.#newWords(key, before, access)
    if (words === undefined && id === before.id) return nothing
    const entry = entryOf(words ?? before, { ...before, id, note: (words ?? before).note })
    const told: Told[] = []
    if (words !== undefined)
      told.push({ kind: 'declaration', key, before, after: entry, text: `${key}: ${stepOf(before, access)}` })
    if (id !== before.id)
      told.push({ kind: 'id', key, before: before.id, after: id, text: `${key}: ${before.id} → ${id}` })
    return { edits: [{ kind: 'change', key, before, entry }], told }
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
      if (isSilent) this.#questions.ask('silent', key)
      else this.#questions.ask('someToken', key, 'it stays "auth: none"')
      return undefined
    }
    if (access.auth === 'unreadable') {
      this.#questions.ask('unreadable', key, `${access.why}; it stays as it was`)
      return undefined
    }
    if (access.auth === 'pat' && before.recorded !== undefined) {
      // In the spec "auth: pat" wins over a recorded answer, and takes the call from every app: a person says so.
      if (before.note === undefined) this.#questions.ask('onlyPat', key)
      return undefined
    }
    const words = this.#wordsFor(key, access, before)
    const isNoteOurs = before.guessed === true && before.corrected !== undefined
    if (words === undefined || before.note === undefined || isNoteOurs) return words
    // What a person wrote stays, and is theirs to judge.
    return { ...words, guessed: 'note', note: before.note }
  }

  /** An access as the spec writes it; `undefined`, and a question, for scopes that nobody knows. */
  #wordsFor(key: string, access: Access, before?: OperationEntry): Words | undefined {
    if (access.auth !== 'scoped') return { auth: access.auth }
    const declared = neededOf(access.anyOf)
    const isSpelt = this.#corrector.unknownIn(access.anyOf).length === 0
    if (isSpelt) return { declared }
    if (before?.recorded !== undefined) return { declared, misspelt: true }
    const correction = this.#corrector.correct(key, access.anyOf, before)
    if (correction === undefined) {
      const what = before === undefined ? 'it is new, and was not added' : 'it stays as it was'
      this.#questions.ask('undecidable', key, `${inWords(access)}; ${what}`)
      return undefined
    }
    return { declared, corrected: neededOf(correction.sets), guessed: true, note: correction.note }
  }
}

/** What was guessed so far, and is declared by now. */
function declaredByNow({ auth, guessed, note }: OperationEntry): Words | undefined {
  return guessed === true && auth ? { auth, ...(note && { note }) } : undefined
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

function stepOf(before: OperationEntry, access: DeclaredAccess): string {
  if (isSame(declaredBy(before), access)) return `${inWords(access)}, which was a guess`
  const step = `${inWords(declaredBy(before))} → ${inWords(access)}`
  return before.recorded === undefined ? step : `${step}; the recorded answer still holds`
}
