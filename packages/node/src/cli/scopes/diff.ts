/** `scopes diff`: what changes for users when an app asks for other scopes. */
import { OAuthScopes, type ScopeComparison } from '@linode-login/core'
import { createScopeAlgebra, hierarchy } from '@linode-login/core/scopes'
import type { Answer, Command, Look, Paint } from '../command.js'
import { readScopes } from '../read-scopes.js'
import { Refusal } from '../refusal.js'
import { shown } from '../shown.js'
import { unknownAmong, unknownInWords } from '../unknown-scopes.js'

/** What differs between two sets of scopes, by what they include. */
interface Difference {
  readonly comparison: ScopeComparison
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** A new scope in place of old ones that it includes. */
  readonly widened: readonly { readonly from: readonly string[]; readonly to: string }[]
  /** New scopes in place of an old one that included them. */
  readonly narrowed: readonly { readonly from: string; readonly to: readonly string[] }[]
  readonly unchanged: readonly string[]
}

/** The command. */
export const diff: Command = {
  summary: 'what is added, removed, widened and narrowed between two sets of scopes',
  help: `Says what is added, removed, widened and narrowed from one set of scopes to another.

  npx @linode-login/node scopes diff <old> <new> [--json]

  <old>, <new>    scopes with spaces, commas or line breaks between them, or a list in JSON; "" for none
  --json          as JSON: comparison (equal, wider, narrower, incomparable), added, removed, widened and narrowed
                  (from, to), unchanged, unknown (scope, nearest)
  -h, --help      this text

Widened is a scope in place of those that it includes, narrowed the reverse; what is added or removed has no such
partner. Scopes that another one of the same set includes say nothing new and are left out of the comparison.

Examples

  npx @linode-login/node scopes diff "linodes:read_only" "linodes:read_write volumes:read_only"
  npx @linode-login/node scopes diff '["linodes:*"]' '["linodes:read_only"]'

Exit code: 0 both include the same; 1 they differ; 2 wrong use.
`,
  options: [],
  run({ args }) {
    const [older, newer, another] = args
    if (older === undefined || newer === undefined || another !== undefined) {
      throw new Refusal(
        'usage',
        'scopes diff needs two sets of scopes, each in quotes, as in: scopes diff "linodes:*" "linodes:read_only"',
      )
    }
    return answer(readScopes(older), readScopes(newer))
  },
}

function answer(older: readonly string[], newer: readonly string[]): Answer {
  const found = differenceOf(OAuthScopes.minimize(older), OAuthScopes.minimize(newer))
  const unknown = unknownAmong([...new Set([...older, ...newer])])
  return {
    finding: found.comparison !== 'equal',
    json: { ...found, unknown },
    text: (paint) =>
      [...wordsOf(found, paint), ...unknown.map((scope) => paint('odd', unknownInWords(scope)))]
        .map((line) => `${line}\n`)
        .join(''),
  }
}

const algebra = createScopeAlgebra(hierarchy)

/** Those that a scope includes, which is worked out once. What isn't known includes itself alone. */
function within(wide: string, scopes: readonly string[]): string[] {
  return OAuthScopes.isKnown(wide) ? scopes.filter(algebra.covering(wide)) : []
}

/** In both sets no scope includes another, so each takes part in one change. */
function differenceOf(older: readonly string[], newer: readonly string[]): Difference {
  const [before, after] = [new Set(older), new Set(newer)]
  const gone = older.filter((scope) => !after.has(scope))
  const come = newer.filter((scope) => !before.has(scope))
  const widened = come.map((to) => ({ from: within(to, gone), to })).filter(({ from }) => from.length > 0)
  const narrowed = gone.map((from) => ({ from, to: within(from, come) })).filter(({ to }) => to.length > 0)
  const taken = new Set([...widened.flatMap(({ from, to }) => [...from, to])])
  for (const { from, to } of narrowed) for (const scope of [from, ...to]) taken.add(scope)
  return {
    comparison: OAuthScopes.compare(newer, older),
    added: come.filter((scope) => !taken.has(scope)),
    removed: gone.filter((scope) => !taken.has(scope)),
    widened,
    narrowed,
    unchanged: older.filter((scope) => after.has(scope)),
  }
}

function wordsOf(
  { comparison, added, removed, widened, narrowed, unchanged }: Difference,
  paint: Paint,
): string[] {
  const line = (look: Look, word: string, text: string) => `${paint(look, word.padEnd(9))} ${text}`
  const named = (scopes: readonly string[]) => scopes.map(shown).join(', ')
  const verdict: Readonly<Record<ScopeComparison, string>> = {
    equal: 'The same: users are asked for nothing new.',
    wider: 'Wider: users must be asked again.',
    narrower: 'Narrower: tokens that were granted the old scopes suffice.',
    incomparable: 'Neither includes the other: users must be asked again.',
  }
  return [
    ...added.map((scope) => line('bad', 'added', shown(scope))),
    ...widened.map(({ from, to }) => line('bad', 'widened', `${named(from)} → ${shown(to)}`)),
    ...narrowed.map(({ from, to }) => line('good', 'narrowed', `${shown(from)} → ${named(to)}`)),
    ...removed.map((scope) => line('good', 'removed', shown(scope))),
    ...unchanged.map((scope) => line('quiet', 'unchanged', shown(scope))),
    verdict[comparison],
  ]
}
