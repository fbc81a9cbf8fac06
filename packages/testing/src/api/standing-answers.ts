/** What operations of the API answer with to whom they are allowed, for as long as nothing else is said. */
import { createPathTree } from '@linode-login/core/internal'
import { checkValue } from '../options/check-options.js'
import { jsonText } from '../options/json-text.js'
import type { Rule } from '../options/option-rules.js'
import { UsageError } from '../options/usage-error.js'
import { meant, quoted, tagOf } from '../options/wording.js'
import type { ApiOperation } from '../provider/provider.js'
import type { ApiRequest } from './api-request.js'

/**
 * Makes the answer to a call: what JSON can say, or nothing where the thing that is asked for isn't there.
 */
export type ApiAnswer<Operation extends string = string> = (request: ApiRequest<Operation>) => unknown

/** Answers by operation, as `METHOD /path`. */
export class StandingAnswers {
  /** Of each operation, whether it takes personal tokens alone. */
  readonly #operations: ReadonlyMap<string, boolean>
  readonly #answers: Map<string, ApiAnswer>

  /** @param answers - those that stand from the beginning */
  constructor(operations: readonly ApiOperation[], answers: Readonly<Record<string, ApiAnswer>>) {
    this.#operations = new Map(operations.map((one) => [nameOf(one), one.auth === 'pat']))
    this.#answers = new Map(Object.entries(answers))
  }

  /** The answer of an operation, if one was set. */
  of(operation: ApiOperation): ApiAnswer | undefined {
    return this.#answers.get(nameOf(operation))
  }

  /**
   * Sets the answer of an operation: a function that makes it, or what JSON can say.
   *
   * @throws UsageError for an operation that there isn't or that takes personal tokens alone, since it would
   * never answer, and for what JSON can't say.
   */
  set(operation: string, answer: unknown): void {
    if (this.#operations.get(operation) !== false) throw this.#unanswerable(String(operation))
    this.#answers.set(operation, answerOf(answer))
  }

  #unanswerable(name: string): UsageError {
    const names = [...this.#operations.keys()]
    // With an id in its path, as a call has it.
    const called = createPathTree(names.map((one) => [`/${one}`, one])).find(`/${name}`)
    const problem = this.#operations.has(name)
      ? `${quoted(name)} takes personal access tokens alone, so no call of an app would get this answer`
      : `there is no operation ${quoted(name)}${meant(called ?? name, names)}`
    return new UsageError('answer', 'operation', "an operation, such as 'GET /profile'", problem)
  }
}

/** What is no function is kept as it is now. */
function answerOf(answer: unknown): ApiAnswer {
  if (isFunction(answer)) {
    checkValue('answer', 'the answer', answer, givenAtOnce)
    return answer
  }
  const text = jsonText('answer', 'the answer', answer)
  return () => JSON.parse(text)
}

const givenAtOnce: Rule = {
  expected: 'a function that gives the answer at once',
  accepts: (value) => tagOf(value) === 'Function',
}

function isFunction(value: unknown): value is ApiAnswer {
  return typeof value === 'function'
}

function nameOf({ method, path }: ApiOperation): string {
  return `${method} ${path}`
}
