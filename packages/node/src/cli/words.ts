/** The words after a command: its arguments and its options. */
import { parseArgs } from 'node:util'
import { didYouMean } from './nearest.js'
import { Refusal } from './refusal.js'
import { shown } from './shown.js'

/** What a command is given. */
export interface Words {
  readonly args: readonly string[]
  /** The value of an option; `undefined` where it isn't given. */
  option(name: string): string | undefined
  /** Whether an option that takes no value is given. */
  has(name: string): boolean
  readonly json: boolean
  readonly help: boolean
}

const common = ['json', 'help']

/**
 * Sorts the words by what they are.
 *
 * @param known - the options that take a value, without their dashes
 * @param ownSwitches - those that take none, besides `--json` and `--help`
 * @throws Refusal for an option that there isn't, that is given twice, or with a value too many or too few.
 */
export function readWords(
  words: readonly string[],
  known: readonly string[],
  ownSwitches: readonly string[] = [],
): Words {
  const switches = [...common, ...ownSwitches]
  const { tokens } = parseArgs({
    args: [...words],
    options: {
      ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(known.map((name) => [name, { type: 'string' as const }])),
    },
    // Its own complaints name no nearest option, and quote what was written.
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const args: string[] = []
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (given.has(name)) throw new Refusal('usage', `${shown(rawName)} is given twice.`)
    if (switches.includes(name)) {
      if (value !== undefined) throw new Refusal('usage', `${rawName} takes no value.`)
    } else if (!known.includes(name)) {
      throw noSuchOption(rawName, [...known, ...switches])
    } else if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
      throw new Refusal('usage', `${rawName} needs a value: ${rawName} "…".`)
    }
    given.set(name, value ?? '')
  }
  return {
    args,
    option: (name) => given.get(name),
    has: (name) => given.has(name),
    json: given.has('json'),
    help: given.has('help'),
  }
}

function noSuchOption(rawName: string, known: readonly string[]): Refusal {
  const all = known.map((option) => `--${option}`)
  return new Refusal('usage', `There is no option ${shown(rawName)}.${didYouMean(rawName, all)}`)
}
