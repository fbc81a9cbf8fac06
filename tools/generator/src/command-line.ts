import { parseArgs } from 'node:util'

/** What the command line asks for. */
export type Mode = 'write' | 'check' | 'watch' | 'help'

export const help = `Writes the generated files from spec/*.yaml.

  npm run generate               write what is not current, remove what is left over
  npm run generate -- --check    write nothing; show what is not current, and fail if anything is
  npm run generate -- --watch    write, and again whenever the spec changes, until Ctrl-C
  npm run generate -- --help     this text

Exit code: 0 all is current or was written, 1 a fault in the spec or a file that is not current, 2 wrong use.
`

const flag = { type: 'boolean', default: false } as const

/**
 * The mode that arguments ask for. The word `generate` may stand before them.
 *
 * @throws TypeError when they ask for something else.
 */
export function readMode(args: readonly string[]): Mode {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { check: flag, watch: flag, help: { ...flag, short: 'h' } },
    allowPositionals: true,
  })
  const unknown = positionals.find((word) => word !== 'generate')
  if (unknown !== undefined) throw new TypeError(`Unknown command '${unknown}'`)
  if (values.help) return 'help'
  if (values.check && values.watch) throw new TypeError("'--check' and '--watch' do not go together")
  if (values.check) return 'check'
  return values.watch ? 'watch' : 'write'
}
