/** The scripts of a server: what is to come of the next requests, by their kind. */
import type { RequestName, ScriptedName } from '../call/call.js'
import { checkValue } from '../options/check-options.js'
import { oneOfWords, type Rule } from '../options/option-rules.js'
import type { GivenFault, GivenOutcome } from './given-outcome.js'
import { type ScriptedOutcome, scriptedOutcome } from './scripted-outcome.js'

/** Answers for one kind of request, each used once, in order. */
export interface AnswerScript<Name extends ScriptedName = ScriptedName> {
  /**
   * What the next request of this kind gets that nothing is scripted for yet.
   *
   * @throws UsageError for what can't be played: a status that is no whole number from 200 to 599, a fault
   *   that isn't known, a header that HTTP can't carry.
   */
  once(outcome: GivenOutcome<Name>): this
  /**
   * Ends the script: the requests after it are served. They are without it too; it says
   * so to who reads the test.
   */
  thenReal(): void
}

/**
 * What was scripted for one kind of request and did not come, as it is told: without bodies,
 * headers and descriptions.
 */
export interface Unplayed {
  /** Which kind of request it was scripted for. */
  readonly name: RequestName
  /** Which outcome it is. */
  readonly outcome:
    | { readonly status: number }
    | { readonly error: string }
    | { readonly fault: GivenFault['fault'] }
}

/** What is scripted and was not played yet. */
export class Scripts {
  readonly #queues = new Map<RequestName, ScriptedOutcome[]>()
  readonly #kind: Rule

  /** @param names - the kinds of request that can be scripted */
  constructor(names: readonly ScriptedName[]) {
    this.#kind = oneOfWords(...names)
  }

  /**
   * Goes on with the script of this kind of request, or begins one.
   *
   * @throws UsageError for another kind: its script would never be played, and the test
   * would pass for no reason.
   */
  on<Name extends ScriptedName>(name: Name): AnswerScript<Name> {
    checkValue('on', 'a kind of request', name, this.#kind)
    const queue = this.#queues.get(name) ?? []
    this.#queues.set(name, queue)
    return {
      once(outcome) {
        queue.push(scriptedOutcome(name, outcome))
        return this
      },
      thenReal: () => {},
    }
  }

  take(name: RequestName): ScriptedOutcome | undefined {
    return this.#queues.get(name)?.shift()
  }

  /** What was not played yet. */
  unplayed(): readonly Unplayed[] {
    return [...this.#queues].flatMap(([name, queue]) =>
      queue.map((scripted) => ({ name, outcome: told(scripted) })),
    )
  }
}

function told(scripted: ScriptedOutcome): Unplayed['outcome'] {
  if ('answer' in scripted) return { status: scripted.answer.status }
  return 'error' in scripted ? { error: scripted.error } : { fault: scripted.fault }
}
