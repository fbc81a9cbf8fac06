import { expect, test } from 'vitest'
import * as diff from '../diff/command.js'
import * as importing from '../import/command.js'
import { MARKS } from '../regenerate/watch.js'
import { renderFaults } from '../report/render.js'
import { help, readRequest, UsageError, watchHelp } from './command-line.js'

test.each([
  [[], { mode: 'write', format: undefined }],
  [['generate'], { mode: 'write', format: undefined }],
  [['--check'], { mode: 'check', format: undefined }],
  [['generate', '--check', '--format', 'json'], { mode: 'check', format: 'json' }],
  [['--format=editor'], { mode: 'write', format: 'editor' }],
  [['--watch'], { mode: 'watch', format: undefined }],
  [['--help'], { mode: 'help' }],
  [['-h', '--check'], { mode: 'help' }],
  [['--watch', '--help'], { mode: 'help', of: 'watch' }],
  [['import', 'a.json', '--help'], { mode: 'help', of: 'import' }],
  [['generate', 'diff', '-h'], { mode: 'help', of: 'diff' }],
  [['generate', 'diff', '--format', 'x'], { mode: 'diff', args: ['--format', 'x'] }],
])('%j is understood', async (args, request) => {
  expect(await readRequest(args)).toEqual(request)
})

test.each([
  [['--chekc'], 'there is no option --chekc: did you mean --check?'],
  [['dif'], 'there is no command dif: did you mean diff?'],
  [
    ['sing'],
    'there is no command sing; there are import, diff, --check, --edited, --watch, --format, --help',
  ],
  [['check'], 'there is no command check: did you mean --check?'],
  [['generate', 'wacht'], 'there is no command wacht: did you mean --watch?'],
  [['help'], 'there is no command help: did you mean --help?'],
  [['--check', 'diff'], 'there is no argument diff; there are --check, --edited, --watch, --format, --help'],
  [['--check', '--watch'], '--check and --watch do not go together'],
  [['--edited', '--check'], '--edited and --check do not go together'],
  [['--check=yes'], '--check takes no value'],
  [['--format', 'jsno'], 'there is no format jsno: did you mean json?'],
  [['--format'], '--format needs a word: text, json, editor, github'],
])('%j is refused with a reason', async (args, reason) => {
  await expect(readRequest(args)).rejects.toEqual(new UsageError(reason))
})

test.each(Object.entries({ help, watchHelp, diff: diff.help, import: importing.help }))(
  'no line of the help is wider than a narrow window: %s',
  (_, text) => {
    expect(text.split('\n').filter((line) => line.length > 110)).toEqual([])
  },
)

test('what the help says that editors look for is what they get', async () => {
  const [pattern = '', begins = '', ends = ''] = [
    ...watchHelp.matchAll(/"(?:regexp|beginsPattern|endsPattern)": ("[^"]*")/g),
  ].map(([, text = '']) => String(JSON.parse(text)))
  const place = { file: 'a.yaml', line: 1, column: 2, width: 1, text: 'x' }
  const told = renderFaults([{ rule: 'x', place, wrong: 'it is wrong', fix: 'mend it' }], {
    format: 'editor',
  })
  expect(new RegExp(pattern).exec(told.trimEnd())?.slice(1)).toEqual([
    'a.yaml',
    '1',
    '2',
    'it is wrong; mend it [x]',
  ])
  expect(MARKS.begin.trimEnd()).toMatch(new RegExp(begins))
  expect(MARKS.end.trimEnd()).toMatch(new RegExp(ends))
})

test('the help names every option, format, command and exit code', () => {
  for (const word of ['--check', '--watch', '--format', '--help', 'import', 'diff'])
    expect(help).toContain(word)
  for (const word of ['text', 'json', 'editor', 'github', 'NO_COLOR', 'FORCE_COLOR'])
    expect(help).toContain(word)
  expect(help).toMatch(/Exit code: 0 .*, 1 .*, 2 /)
})
