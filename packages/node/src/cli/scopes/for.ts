/** `scopes for`: the fewest scopes that calls of the API need. */
import {
  type Operation,
  operations,
  type PersonalTokenOperation,
  scopeSetsForOperations,
} from '@linode-login/core/operations'
import type { Answer, Command } from '../command.js'
import { didYouMean } from '../nearest.js'
import { findOperation, needsInWords } from '../operation-names.js'
import { Refusal } from '../refusal.js'
import { askingLine } from '../scopes-in-code.js'
import { shown } from '../shown.js'

/** The command. */
export const forOperations: Command = {
  summary: 'the fewest scopes with which an app may call some operations',
  help: `Says the fewest scopes with which an app may call all of some operations of the API.

  npx @linode-login/node scopes for <operation> … [--json]

  <operation>    a method and a path (its parameters in braces or filled in), an operation's id, or a method and a URL;
                 of one that isn't known the nearest is named
  --json         as JSON: scopes, ties (other sets that are as small), operations (operation, id, needs: sets of which
                 one is enough, or none, any_token, pat), personalTokenOnly, code (null where no login is needed)
  -h, --help     this text

Where several sets are as small, each is told. An operation that takes a personal access token only is a finding: no
scope opens it to an app.

Examples

  npx @linode-login/node scopes for 'GET /linode/instances' 'POST /volumes/{volumeId}/attach'
  npx @linode-login/node scopes for get-linode-instances
  npx @linode-login/node scopes for 'GET https://api.linode.com/v4/linode/instances/123'

Exit code: 0 fine; 1 an operation takes a personal access token only; 2 wrong use, an unknown operation included.
`,
  options: [],
  run({ args }) {
    const references = joined(args)
    if (references.length === 0) {
      throw new Refusal('usage', "scopes for needs an operation, as in: scopes for 'GET /linode/instances'")
    }
    return answer([...new Set(references.map(known))])
  },
}

/** A method that was parted from its path, since the quotes were left out, stands before it again. */
function joined(args: readonly string[]): string[] {
  const references: string[] = []
  for (const word of args) {
    const last = references.at(-1) ?? ''
    if (/^[a-z]+$/i.test(last) && /^(\/|https?:)/.test(word))
      references[references.length - 1] = `${last} ${word}`
    else references.push(word)
  }
  return references
}

function known(reference: string): Operation {
  const operation = findOperation(reference)
  if (operation !== undefined) return operation
  const names = [...operations()].flatMap(([name, { id }]) => [name, id])
  throw new Refusal('usage', `There is no operation ${shown(reference)}.${didYouMean(reference, names)}`)
}

function answer(asked: readonly Operation[]): Answer {
  const refused = asked.filter(isPersonal)
  const open = asked.filter((operation) => !isPersonal(operation))
  const sets = scopeSetsForOperations(open)
  const [scopes = [], ...ties] = sets
  const code = open.some(needsToken) ? askingLine(scopes) : null
  return {
    finding: refused.length > 0,
    json: {
      scopes,
      ties,
      operations: asked.map((operation) => ({ operation, ...operations().get(operation) })),
      personalTokenOnly: refused,
      code,
    },
    text: (paint) => {
      const width = Math.max(...asked.map(({ length }) => length)) + 2
      const lines = [
        ...(open.length === 0 ? [] : [paint('strong', scopes.length === 0 ? 'no scope' : scopes.join(' '))]),
        ...ties.map((set) => `or ${set.join(' ')}`),
        ...(open.length === 0 ? [] : ['']),
        ...asked.map((operation) => {
          const needs = needsInWords(operation)
          return `${operation.padEnd(width)}${isPersonal(operation) ? paint('bad', needs) : needs}`
        }),
        ...(open.length === 0
          ? []
          : ['', paint('quiet', code ?? 'No login is needed: call without a token.')]),
      ]
      return `${lines.join('\n')}\n`
    },
  }
}

function isPersonal(operation: Operation): operation is PersonalTokenOperation {
  return operations().get(operation)?.needs === 'pat'
}

function needsToken(operation: Operation): boolean {
  return operations().get(operation)?.needs !== 'none'
}
