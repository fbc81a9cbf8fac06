/** `scopes`: every scope, as a tree of what includes what. */
import { OAuthScopes } from '@linode-login/core'
import { describe } from '@linode-login/core/describe'
import { hierarchy } from '@linode-login/core/scopes'
import type { Answer, Command, Paint } from '../command.js'
import { Refusal } from '../refusal.js'

interface Node {
  readonly scope: string
  readonly below: readonly Node[]
}

/** The command. */
export const list: Command = {
  summary: 'every scope as a tree: each line includes those below it',
  help: `Lists every scope as a tree: each includes those below it.

  npx @linode-login/node scopes [--json]

  --json        as JSON: scope, title, description, removed (the version that took it away), includes
  -h, --help    this text

The commands explain, for, check and diff follow after scopes: npx @linode-login/node --help lists them.

Examples

  npx @linode-login/node scopes
  npx @linode-login/node scopes --json

Exit code: 0 fine; 2 wrong use.
`,
  options: [],
  run({ args }) {
    if (args.length > 0) throw new Refusal('usage', 'scopes takes no argument but a command.')
    return answer(treeOf(Object.keys(hierarchy.includes)))
  },
}

function answer(families: readonly Node[]): Answer {
  const root = { scope: OAuthScopes.all, below: families }
  return {
    finding: false,
    json: { scopes: jsonOf(root) },
    text: (paint) => {
      const lines = linesOf(root, '', '')
      const width = Math.max(...lines.map(({ lead, scope }) => lead.length + scope.length)) + 2
      return lines.map((line) => `${wordsOf(line, width, paint)}\n`).join('')
    },
  }
}

/** Those on top are included by none; whatever is included by two stands below each. */
function treeOf(scopes: readonly string[]): Node[] {
  const included = new Set(Object.values(hierarchy.includes).flat())
  const nodeOf = (scope: string): Node => ({
    scope,
    below: (hierarchy.includes[scope] ?? []).map(nodeOf),
  })
  return scopes.filter((scope) => !included.has(scope)).map(nodeOf)
}

interface Line {
  /** The branches before the scope. */
  readonly lead: string
  readonly scope: string
}

function linesOf({ scope, below }: Node, lead: string, next: string): Line[] {
  return [
    { lead, scope },
    ...below.flatMap((node, at) => {
      const last = at === below.length - 1
      return linesOf(node, `${next}${last ? '└─ ' : '├─ '}`, `${next}${last ? '   ' : '│  '}`)
    }),
  ]
}

function wordsOf({ lead, scope }: Line, width: number, paint: Paint): string {
  const described = describe(scope)
  const gone = described?.removed === undefined ? '' : paint('odd', ` (gone since ${described.removed})`)
  const space = ' '.repeat(width - lead.length - scope.length)
  return `${lead}${paint('strong', scope)}${space}${paint('quiet', described?.title ?? '')}${gone}`
}

function jsonOf({ scope, below }: Node): object {
  const described = describe(scope)
  return {
    scope,
    title: described?.title,
    description: described?.description,
    removed: described?.removed,
    includes: below.map(jsonOf),
  }
}
