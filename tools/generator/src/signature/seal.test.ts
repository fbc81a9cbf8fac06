import { expect, test } from 'vitest'
import { markLine, markWords } from './mark.js'
import { isEdited, sealed } from './seal.js'

const signature = { maker: 'bin/make', command: 'make it' }
const page = sealed(`${markLine(signature, 'a.md', ['x.yaml'])}\n\n# Scopes\n\nA seal 0123456789abcdef.\n`)
const document = sealed(
  `${JSON.stringify({ $comment: markWords(signature, ['x.yaml']), a: 1 }, undefined, 2)}\n`,
)

test('a text is as it was sealed, until anything in it is another', () => {
  for (const text of [page, document]) {
    expect(isEdited(text)).toBe(false)
    expect(isEdited(text.replace('x.yaml', 'y.yaml'))).toBe(true)
    expect(isEdited(`${text} `)).toBe(true)
    expect(isEdited(text.replace(/seal [0-9a-f]/, 'seal x'))).toBe(true)
    expect(isEdited(text.replace(/ seal [0-9a-f]{16}/, ''))).toBe(true)
  }
  expect(isEdited(page.replace('0123456789abcdef', '1123456789abcdef'))).toBe(true)
})

test('the seal is the same on every machine', () => {
  expect(sealed('// seal 0000000000000000\n')).toBe('// seal ddbba10e1c48b4b4\n')
})

test('the line ends of another system are no edit', () => {
  expect(isEdited(page.replaceAll('\n', '\r\n'))).toBe(false)
})

test('what git could not merge is nobody’s edit', () => {
  const [first, ...rest] = page.split('\n')
  expect(isEdited(['<<<<<<< HEAD', first, '=======', first, '>>>>>>> other', ...rest].join('\n'))).toBe(false)
})
