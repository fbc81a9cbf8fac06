import { expect, test } from 'vitest'
import { oneOf, readWords, UsageError, unknownWord } from './words.js'

const read = (...args: readonly string[]) => readWords(args, ['--check', '--write'], { '--root': 'a folder' })

test.each([
  [[], {}, [], undefined],
  [['--check', '--check'], { '--check': '' }, [], undefined],
  [['a', '--root', 'b', 'c'], { '--root': 'b' }, ['a', 'c'], undefined],
  [['--root=a=b', '--root', 'a=b'], { '--root': 'a=b' }, [], undefined],
  [['--root=-a'], { '--root': '-a' }, [], undefined],
  [['--format', 'editor'], { '--format': 'editor' }, [], 'editor'],
  [['--json'], { '--format': 'json' }, [], 'json'],
  [['--json', '--format=json'], { '--format': 'json' }, [], 'json'],
])('%j is read', async (args, options, others, format) => {
  const words = await read(...args)
  expect(Object.fromEntries(words.options)).toEqual(options)
  expect(words).toMatchObject({ others, format })
})

test.each([
  [['a', ''], 'a word is empty, as of a variable that is not set'],
  [['--chekc'], 'there is no option --chekc: did you mean --check?'],
  [['-check=x'], 'there is no option -check: did you mean --check?'],
  [['--'], 'there is no option --; there are --check, --write, --root, --format, --json, --help'],
  [
    ['--zzzzzz=a'],
    'there is no option --zzzzzz; there are --check, --write, --root, --format, --json, --help',
  ],
  [['--check=x'], '--check takes no value'],
  [['--json='], '--json takes no value'],
  [['--help=all'], '--help takes no value'],
  [['--root'], '--root needs a folder'],
  [['--root='], '--root needs a folder'],
  [['--root', ''], '--root needs a folder'],
  [['--root', '--check'], '--root needs a folder'],
  [['--root', 'a', '--root', 'b'], '--root a and --root b do not go together'],
  [['--format'], '--format needs a word: text, json, editor, github'],
  [['--format', '--check'], '--format needs a word: text, json, editor, github'],
  [['--format', 'jsno'], 'there is no format jsno: did you mean json?'],
  [['--format', 'xml'], 'there is no format xml; there are text, json, editor, github'],
  [['--format=json', '--format=text'], '--format json and --format text do not go together'],
  [['--json', '--format=text'], '--format json and --format text do not go together'],
])('%j is refused with a reason', async (args, reason) => {
  await expect(read(...args)).rejects.toEqual(new UsageError(reason))
})

test('of options that exclude each other one may be written', async () => {
  const names = ['--check', '--write'] as const
  expect(oneOf(await read('--write'), names)).toBe('--write')
  expect(oneOf(await read(), names)).toBeUndefined()
  const both = await read('--write', '--check')
  expect(() => oneOf(both, names)).toThrow(new UsageError('--check and --write do not go together'))
})

test('an option is found behind a word that lacks its dashes', async () => {
  expect(await unknownWord('argument', 'chekc', ['--check'])).toEqual(
    new UsageError('there is no argument chekc: did you mean --check?'),
  )
})
