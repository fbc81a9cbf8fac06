import { expect, test } from 'vitest'
import { readRequest } from './command-line.js'
import { UsageError } from './words.js'

test.each([
  [[], { mode: 'write', format: undefined }],
  [['--check'], { mode: '--check', format: undefined }],
  [['--edited'], { mode: '--edited', format: undefined }],
  [['--check', '--format', 'json'], { mode: '--check', format: 'json' }],
  [['--format=editor'], { mode: 'write', format: 'editor' }],
  [['--watch', '--json'], { mode: '--watch', format: 'json' }],
  [['--help'], { mode: 'help', of: undefined }],
  [['-h', '--chekc'], { mode: 'help', of: undefined }],
  [['--watch', '--help'], { mode: 'help', of: '--watch' }],
  [['import', 'a.json', '--help'], { mode: 'help', of: 'import' }],
  [['diff', '-h'], { mode: 'help', of: 'diff' }],
  [['diff', '--format', 'x'], { mode: 'diff', args: ['--format', 'x'] }],
])('%j is understood', async (args, request) => {
  expect(await readRequest(args)).toEqual(request)
})

test.each([
  [['--chekc'], 'there is no option --chekc: did you mean --check?'],
  [['dif'], 'there is no command dif: did you mean diff?'],
  [
    ['sing'],
    'there is no command sing; there are import, diff, --check, --edited, --watch, --format, --json, --help',
  ],
  [['check'], 'there is no command check: did you mean --check?'],
  [['help'], 'there is no command help: did you mean --help?'],
  [['watch', '--help'], 'there is no command watch: did you mean --watch?'],
  [
    ['--check', 'now'],
    'there is no command now; there are import, diff, --check, --edited, --watch, --format, --json, --help',
  ],
  [['--check', 'diff'], 'diff stands first: diff --check'],
  [['--check', '--watch'], '--check and --watch do not go together'],
  [['--check=yes'], '--check takes no value'],
  [['--format', 'jsno'], 'there is no format jsno: did you mean json?'],
])('%j is refused with a reason', async (args, reason) => {
  await expect(readRequest(args)).rejects.toEqual(new UsageError(reason))
})
