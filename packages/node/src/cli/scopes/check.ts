/** `scopes check`: what recorded calls needed against what was asked for. */
import { apiUrl } from '@linode-login/core/internal'
import type { Answer, Command, Paint } from '../command.js'
import { type JudgedCalls, type Judgement, judgeCalls } from '../har/judge-calls.js'
import { readHar } from '../har/read-har.js'
import { readLog } from '../har/read-log.js'
import { readScopes } from '../read-scopes.js'
import { Refusal } from '../refusal.js'
import { askingLine } from '../scopes-in-code.js'
import { shown } from '../shown.js'
import { type UnknownScope, unknownAmong, unknownInWords } from '../unknown-scopes.js'

/** The command. */
export const check: Command = {
  summary: 'what the calls of a recorded HAR needed, against what was asked for',
  help: `Says what the calls of a recorded HAR needed, against what an app asks its users for.

  npx @linode-login/node scopes check --asked "<scopes>" --log <file> [--api <url>] [--json]

  --asked "<scopes>"    what the app asks for: scopes with spaces, commas or line breaks between them, or a list in
                        JSON; "" for none
  --log <file>          a HAR, as browsers (network panel, "Save all as HAR"), proxies and test runners record it;
                        - for the standard input; at most 256 MiB
  --api <url>           where the API is, ${apiUrl} unless told otherwise; with a path only calls
                        below it are calls of the API
  --json                as JSON: calls and unknown (how many, and of how many nobody says what they needed), needed,
                        missing, excessive (scope, needed), findings, operations (operation, count, needed, by,
                        missing, personalTokenOnly), unknownScopes, brokenEntries (of the log)
  -h, --help            this text

A call counts when it goes to the API, or when its answer says what it needed, as through a proxy. What the server
said in X-Accepted-OAuth-Scopes holds; where it said nothing, the API's table of operations does, and where that accepts
alternatives, what was asked for counts first, then what makes the smallest set. Calls that a browser makes by itself
(OPTIONS) don't count. Nothing of the log is printed but methods, paths without their parameters and
queries, and scopes: no token, no cookie, no body.

Examples

  npx @linode-login/node scopes check --asked "linodes:read_write" --log har.json
  npx @linode-login/node scopes check --asked "linodes:*,volumes:*" --log - --json < har.json

Exit code: 0 fine: what was asked for was needed; 1 less would have done, more was needed, a call takes a personal
access token only, or no call was found; 2 wrong use, or a log that can't be read.
`,
  options: ['asked', 'log', 'api'],
  async run({ args, option }, surroundings) {
    const [asked, log, api = apiUrl] = [option('asked'), option('log'), option('api')]
    if (args.length > 0 || asked === undefined || log === undefined) {
      const usage = 'as in: scopes check --asked "linodes:read_only" --log har.json'
      throw new Refusal('usage', `scopes check needs --asked and --log and nothing else, ${usage}`)
    }
    if (!URL.canParse(api) || !/^https?:[^?#]*$/i.test(api)) {
      throw new Refusal(
        'usage',
        '--api needs a URL without a query, as in: --api http://127.0.0.1:8081/linode',
      )
    }
    const scopes = readScopes(asked)
    const { calls, broken } = readHar(await readLog(log, surroundings))
    return answer(judgeCalls(calls, scopes, new URL(api)), unknownAmong(scopes), broken)
  },
}

function answer({ report, calls }: Judgement, unknown: readonly UnknownScope[], broken: number): Answer {
  const { summary, ...counts } = report
  const personal = calls.filter(({ personalTokenOnly }) => personalTokenOnly)
  const told = [
    ...(report.calls === 0 ? ['no call to the API was found'] : summary === '' ? [] : summary.split('\n')),
    ...personal.map(
      ({ operation }) => `\`${operation}\` takes a personal access token only: no scope opens it`,
    ),
  ]
  return {
    finding: told.length > 0,
    json: { ...counts, findings: told, operations: calls, unknownScopes: unknown, brokenEntries: broken },
    text: (paint) => {
      const notes = [
        ...unknown.map(unknownInWords),
        ...(broken === 0 ? [] : [`${count(broken, 'entry', 'entries')} of the log can't be read.`]),
        ...(report.unknown === 0 ? [] : [`Of ${count(report.unknown, 'call')} nobody says what it needed.`]),
      ]
      const lines = [
        ...table(calls, paint),
        ...(calls.length === 0 ? [] : ['']),
        ...told.map((line) => paint('bad', line)),
        ...(told.length === 0 ? [paint('good', 'all that was asked for was needed, and nothing else')] : []),
        ...notes.map((line) => paint('odd', line)),
        ...(report.excessive.length + report.missing.length === 0 || report.calls === 0
          ? []
          : ['', paint('quiet', askingLine(report.needed))]),
      ]
      return `${lines.map((line) => `${line}\n`).join('')}`
    },
  }
}

function table(calls: readonly JudgedCalls[], paint: Paint): string[] {
  const width = Math.max(0, ...calls.map(({ operation }) => operation.length)) + 2
  const digits = Math.max(0, ...calls.map(({ count: n }) => `${n}`.length))
  return calls.map((call) => {
    const { operation, count: n } = call
    return `${`${n}`.padStart(digits)} × ${operation.padEnd(width)}${verdictOf(call, paint)}`
  })
}

function verdictOf({ needed, missing, by, personalTokenOnly }: JudgedCalls, paint: Paint): string {
  if (personalTokenOnly) return paint('bad', 'a personal access token only')
  if (needed === undefined) return paint('odd', 'nobody says what it needed')
  const source = by === 'table' ? paint('quiet', ' (by the table: the answer does not say)') : ''
  const words = needed.length === 0 ? 'no scope' : needed.map(shown).join(' and ')
  const lack = missing.length === 0 ? '' : paint('bad', `: not asked for ${missing.map(shown).join(', ')}`)
  return `${words}${source}${lack}`
}

function count(n: number, one: string, many: string = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
