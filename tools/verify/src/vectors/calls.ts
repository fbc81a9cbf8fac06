/** The examples of scopes and operations in `spec/vectors` as calls of core's public functions. */
import type { Vectors } from './vectors.js'

/** A call, what is asked of its answer, and what must come of it. */
export interface Call {
  /** The example's kind and name. */
  readonly name: string
  /** The function: of `OAuthScopes`, or of a subpath. */
  readonly of: string
  readonly args: readonly unknown[]
  /** A method of the answer, with its arguments; of one that is a map or a list. */
  readonly asking?: readonly [method: string, argument: unknown]
  /** What comes of it; left out where `code` is there. */
  readonly answer?: unknown
  /** The code of the error that it throws instead. */
  readonly code?: string
}

/** Every call that an example tells of. */
export function callsOf(vectors: Vectors): readonly Call[] {
  const { operations, facts, reasons, allowed, resolutions } = vectors
  return [
    ...calls('parse', vectors.parse, ({ text, scopes }) => [[text], scopes]),
    ...calls('serialize', vectors.serialize, ({ scopes, text }) => [[scopes], text]),
    ...calls('missing', vectors.covers, ({ granted, needed, missing }) => [[granted, needed], missing]),
    ...calls('covers', vectors.covers, (one) => [[one.granted, one.needed], one.missing.length === 0]),
    ...calls('minimize', vectors.minimize, ({ scopes, smallest }) => [[scopes], smallest]),
    ...calls('union', vectors.union, ({ one, other, scopes }) => [[one, other], scopes]),
    ...calls('union', vectors.union, ({ one, other, scopes }) => [[other, one], scopes]),
    ...calls('intersect', vectors.intersect, ({ one, other, scopes }) => [[one, other], scopes]),
    ...calls('intersect', vectors.intersect, ({ one, other, scopes }) => [[other, one], scopes]),
    ...calls('expand', vectors.expand, ({ scopes, included }) => [[scopes], included]),
    ...calls('compare', vectors.compare, ({ one, other, comparison }) => [[one, other], comparison]),
    ...calls('equals', vectors.compare, (one) => [[one.one, one.other], one.comparison === 'equal']),
    ...calls('explain', vectors.explain, ({ granted, needed, ways }) => [[granted, needed], ways]),
    ...calls('isKnown', vectors.known, ({ scope, known }) => [[scope], known]),
    ...calls('describe', vectors.describe, ({ scope, shown }) => [[scope], shown]),
    ...operations.map(({ name, operations: asked, scopes, error }) =>
      outcome(`forOperations: ${name}`, 'forOperations', [asked], scopes, error),
    ),
    ...operations.map(({ name, operations: asked, scopes, error }) =>
      outcome(
        `scopeSetsForOperations: ${name}`,
        'scopeSetsForOperations',
        [asked],
        scopes && [scopes],
        error,
      ),
    ),
    ...facts.map(({ name, operation, id, needs, auth }) => ({
      ...outcome(`operations: ${name}`, 'operations', [], { id, needs: needs ?? auth }),
      asking: ['get', operation] as const,
    })),
    ...calls('operationOf', resolutions, ({ reference, operation }) => [[reference], operation]),
    ...calls('whyNeeded', reasons, (one) => [[one.scope, one.operations], one.reasons]),
    ...allowed.flatMap(({ name, scopes, operations: asked, allowed: open }) =>
      asked.map((operation) => ({
        ...outcome(
          `operationsAllowed: ${name}: ${operation}`,
          'operationsAllowed',
          [scopes],
          open.includes(operation),
        ),
        asking: ['includes', operation] as const,
      })),
    ),
  ]
}

function calls<T extends { readonly name: string }>(
  of: string,
  examples: readonly T[],
  take: (example: T) => readonly [args: readonly unknown[], answer: unknown],
): readonly Call[] {
  return examples.map((example) => outcome(`${of}: ${example.name}`, of, ...take(example)))
}

function outcome(
  name: string,
  of: string,
  args: readonly unknown[],
  answer: unknown,
  code?: string | undefined,
): Call {
  return code === undefined ? { name, of, args, answer } : { name, of, args, code }
}
