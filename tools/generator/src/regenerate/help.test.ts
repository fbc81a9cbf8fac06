import { expect, test } from 'vitest'
import { readRequest } from '../command/command-line.js'
import { formats, readWords } from '../command/words.js'
import * as diff from '../diff/command.js'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { house } from '../house/this-repository.js'
import * as importing from '../import/command.js'
import { renderFaults } from '../report/render.js'
import { help, watchHelp } from './help.js'
import { MARKS } from './watch.js'

const surroundings = { house, disk: new MemoryDisk(), engine: undefined, print: () => {} }
/** Each command: its help, and how it reads words. */
const commands = {
  generate: { help, run: readRequest },
  watch: { help: watchHelp, run: (args: readonly string[]) => readWords(args, []) },
  diff: { help: diff.help, run: (args: readonly string[]) => diff.run(args, surroundings) },
  import: { help: importing.help, run: (args: readonly string[]) => importing.run(args, surroundings) },
}

test.each(Object.entries(commands))(
  'the help of %s tells each option and no other',
  async (_, { help, run }) => {
    const wrong: unknown = await run(['--zzzzzz']).catch((error: unknown) => error)
    const known = /(?<=there are ).*/.exec(String(wrong))?.[0].split(', ')
    const told = [...help(house).matchAll(/^ {2}(?:-h, )?(--\w[\w-]*)/gm)].map(([, option]) => option)
    expect([...new Set(told)].sort()).toEqual(known?.sort())
  },
)

test.each(Object.entries(commands))(
  'the help of %s calls its commands as the repository does, in lines that a narrow window holds',
  (_, { help }) => {
    expect(
      help(house)
        .split('\n')
        .filter((line) => line.length > 110),
    ).toEqual([])
    expect(help(house)).toContain('npm run')
    expect(help(otherHouse)).not.toMatch(/npm|spec\//)
    expect(help(house)).toMatch(/Exit code: 0 .*2 wrong use/s)
  },
)

test('what the help says that editors look for is what they get', () => {
  const [pattern = '', begins = '', ends = ''] = [
    ...watchHelp(house).matchAll(/"(?:regexp|beginsPattern|endsPattern)": ("[^"]*")/g),
  ].map(([, text = '']) => String(JSON.parse(text)))
  const place = { file: 'a.yaml', line: 1, column: 2, width: 1, text: 'x' }
  const told = renderFaults([{ rule: 'x', place, wrong: 'it is wrong', expected: 'that', fix: 'mend it' }], {
    format: 'editor',
  })
  expect(new RegExp(pattern).exec(told.trimEnd())?.slice(1)).toEqual([
    'a.yaml',
    '1',
    '2',
    'it is wrong; expected: that; mend it [x]',
  ])
  expect(MARKS.begin.trimEnd()).toMatch(new RegExp(begins))
  expect(MARKS.end.trimEnd()).toMatch(new RegExp(ends))
})

test.each([help, watchHelp])('each form is explained, and what else changes the look: %#', (helpOf) => {
  for (const format of formats)
    expect(helpOf(house)).toMatch(new RegExp(`^ {11}${format} |--format ${format} `, 'm'))
  expect(help(house)).toContain('NO_COLOR')
  expect(help(house)).toContain('FORCE_COLOR')
})
