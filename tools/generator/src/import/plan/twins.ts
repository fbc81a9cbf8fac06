/**
 * One operation that stands more than once in a document: `/boxes/{id}` and `/boxes/{box}`, or with a version
 * before it and without. The spec holds it once.
 */
import type { OperationEntry } from '../../spec/operations-document.js'
import type { ApiOperation } from '../api-document.js'
import { declaredBy, inWords, isSame } from './access.js'
import type { Questions } from './questions.js'

/**
 * The one that counts: what the spec says already, or else the first that says anything. Whether that is
 * right is asked where they need different things, until an answer was recorded or a person wrote a note.
 */
export function choose(
  twins: readonly [ApiOperation, ...ApiOperation[]],
  before: OperationEntry | undefined,
  questions: Questions | undefined,
): ApiOperation {
  const [first] = twins
  const standing = twins.filter(({ access }) => before !== undefined && isSame(declaredBy(before), access))
  const chosen =
    standing.find(({ id }) => id === before?.id) ??
    standing[0] ??
    twins.find(({ access }) => !['unsaid', 'unreadable'].includes(access.auth)) ??
    first
  const isAnswered =
    before?.recorded !== undefined || (before?.note !== undefined && before.guessed === undefined)
  if (!isAnswered && twins.some(({ access }) => !isSame(access, chosen.access))) {
    const each = twins.map((twin) => `${nameOf(twin)} (${inWords(twin.access)})`)
    questions?.ask('twins', `${each.join(' and ')}: ${nameOf(chosen)} was taken`)
  }
  return chosen
}

function nameOf({ method, path }: ApiOperation): string {
  return `${method} ${path}`
}
