/** `scopes explain`: what a scope is for, what it includes and who includes it; and why a token has it. */
import { OAuthScopes } from '@linode-login/core'
import { describe } from '@linode-login/core/describe'
import { operationsAllowed } from '@linode-login/core/operations'
import { hierarchy } from '@linode-login/core/scopes'
import type { Answer, Command, Paint } from '../command.js'
import { readScopes } from '../read-scopes.js'
import { Refusal } from '../refusal.js'
import { codeFor } from '../scopes-in-code.js'
import { shown } from '../shown.js'
import { unknownAmong, unknownInWords } from '../unknown-scopes.js'

/** The command. */
export const explain: Command = {
  summary: 'what a scope is called, allows and includes',
  help: `Says what a scope is called, what it allows, what it includes and what includes it.

  npx @linode-login/node scopes explain <scope> [--granted "<scopes>"] [--operations] [--json]

  <scope>                 in any spelling that is read: linodes:read_only, LINODES, linodes:view
  --granted "<scopes>"    also: whether these scopes include it, and by which way
  --operations            also: the names of the operations that it opens
  --json                  as JSON: scope, known, nearest (what was probably meant), title, description, includes,
                          removed (the version that took it away), includedBy, spellings, code, opens (how many
                          operations), operations (their names, with --operations), granted (scopes, covers, path)
  -h, --help              this text

What it opens are the operations of the API that a token without any scope may not call. A scope that isn't known may be
newer than this package: it includes itself alone.

Examples

  npx @linode-login/node scopes explain linodes:read_write
  npx @linode-login/node scopes explain domains:read_only --operations
  npx @linode-login/node scopes explain volumes:read_only --granted "linodes:* volumes:read_write"

Exit code: 0 fine; 1 the scope isn't known, or the granted ones don't include it; 2 wrong use.
`,
  options: ['granted'],
  switches: ['operations'],
  run({ args, option, has }) {
    const [word, another] = args
    const [scope, second] = readScopes(word ?? '')
    if (word === undefined || another !== undefined || second !== undefined) {
      throw new Refusal('usage', 'scopes explain needs one scope, as in: scopes explain linodes:read_only')
    }
    if (scope === undefined) throw new Refusal('usage', `"${shown(word)}" stands for no scope.`)
    const granted = option('granted')
    return answer(scope, granted === undefined ? undefined : readScopes(granted), has('operations'))
  },
}

function answer(scope: string, granted: readonly string[] | undefined, listed: boolean): Answer {
  const [unknown] = unknownAmong([scope])
  const opened = unknown === undefined ? openedBy(scope) : []
  const way = granted && OAuthScopes.explain(granted, scope)[0]?.path
  const found = {
    scope,
    known: unknown === undefined,
    ...(unknown?.nearest === undefined ? {} : { nearest: unknown.nearest }),
    ...describe(scope),
    includedBy: unknown === undefined ? includersOf(scope) : [],
    spellings: spellingsOf(scope),
    code: codeFor(scope),
    opens: opened.length,
    ...(listed && { operations: opened }),
    ...(granted && { granted: { scopes: granted, covers: way !== undefined, path: way ?? null } }),
  }
  return {
    finding: !found.known || (granted !== undefined && way === undefined),
    json: found,
    text: (paint) => {
      const names = listed && opened.length > 0 ? ['', ...opened] : []
      const lines = [...wordsOf(scope, opened.length, paint), ...wordsOfWay(granted, way, paint), ...names]
      return `${lines.join('\n')}\n`
    },
  }
}

function wordsOf(scope: string, count: number, paint: Paint): string[] {
  const described = describe(scope)
  if (described === undefined) {
    return [
      ...unknownAmong([scope]).map((unknown) => paint('bad', unknownInWords(unknown))),
      'It may be newer than this package. It includes itself alone.',
    ]
  }
  const { title, description, includes, removed } = described
  const rows = [
    ['includes', scope === OAuthScopes.all ? 'every scope' : includes.join(' ')],
    ['included by', includersOf(scope).join(' ')],
    ['also read as', spellingsOf(scope).join(' ')],
    ['opens', `${count} ${count === 1 ? 'operation' : 'operations'} of the API that need a scope`],
    ['in code', codeFor(scope)],
  ]
  return [
    `${paint('strong', scope)}  ${title}`,
    description,
    ...(removed === undefined
      ? []
      : [
          paint(
            'odd',
            `Version ${removed} of the API document took it away: it is read, but no longer offered.`,
          ),
        ]),
    '',
    ...rows.flatMap(([name = '', value]) =>
      value === '' ? [] : [`${paint('quiet', name.padEnd(13))} ${value}`],
    ),
  ]
}

function wordsOfWay(
  granted: readonly string[] | undefined,
  way: readonly string[] | undefined,
  paint: Paint,
): string[] {
  if (granted === undefined) return []
  const answer =
    way === undefined ? paint('bad', 'no') : `${paint('good', 'yes')}: ${way.map(shown).join(' ▸ ')}`
  return [
    `${paint('quiet', 'granted'.padEnd(13))} ${answer}`,
    ...unknownAmong(granted).map((unknown) => paint('odd', unknownInWords(unknown))),
  ]
}

/** The wildcard includes every other. */
function includersOf(scope: string): string[] {
  return [...Object.keys(hierarchy.includes), OAuthScopes.all]
    .filter((one) => one !== scope && OAuthScopes.covers(one, scope))
    .sort()
}

/** What else is read as the scope. */
function spellingsOf(scope: string): string[] {
  return Object.keys(hierarchy.aliases).filter((alias) => hierarchy.aliases[alias] === scope)
}

/** What a token with the scope may call that one without any may not. */
function openedBy(scope: string): string[] {
  const open = new Set<string>(operationsAllowed([]))
  return operationsAllowed(scope).filter((operation) => !open.has(operation))
}
