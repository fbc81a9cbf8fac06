import { expect, test } from 'vitest'
import type { OperationEdit } from '../plan/plan.js'
import { writeOperations } from './write-operations.js'

const open = { auth: 'none', id: 'x' } as const

/** Operations by their keys, between remarks and blank lines that stay as they are. */
function fileOf(...lines: readonly string[]): string {
  const body = lines.map((line) =>
    line === '' || line.startsWith('#') ? line : `${line}: { auth: none, id: x }`,
  )
  return `operations:\n${body.map((line) => (line === '' ? '\n' : `  ${line}\n`)).join('')}`
}

/** The file with some operations more, and without some. */
function after(file: string, added: readonly string[], gone: readonly string[] = []): string {
  const edits: OperationEdit[] = [
    ...added.map((key) => ({ kind: 'add', key, entry: open }) as const),
    ...gone.map((key) => ({ kind: 'remove', key }) as const),
  ]
  return writeOperations(file, edits, undefined)
}

test('what comes before the first of a section stands below its headline and above what is remarked there', () => {
  expect(after(fileOf('# boxes', '# Odd.', 'GET /boxes/{id}'), ['GET /boxes', 'PUT /boxes'])).toBe(
    fileOf('# boxes', 'GET /boxes', 'PUT /boxes', '# Odd.', 'GET /boxes/{id}'),
  )
  expect(after(fileOf('# boxes', '', '# Odd.', 'GET /boxes/{id}'), ['GET /boxes'])).toBe(
    fileOf('# boxes', 'GET /boxes', '', '# Odd.', 'GET /boxes/{id}'),
  )
  expect(after(fileOf('# boxes', '', 'GET /boxes/{id}'), ['GET /boxes'])).toBe(
    fileOf('# boxes', '', 'GET /boxes', 'GET /boxes/{id}'),
  )
})

test('where remarks may be about the section or its first operation, what comes before stands behind', () => {
  const file = fileOf('# All that holds things.', 'GET /boxes/{id}', 'PUT /boxes/{id}')
  expect(after(file, ['GET /boxes', 'POST /boxes/{id}'])).toBe(
    fileOf(
      '# All that holds things.',
      'GET /boxes/{id}',
      'GET /boxes',
      'POST /boxes/{id}',
      'PUT /boxes/{id}',
    ),
  )
})

test('headlines are known however they are decorated, and a new section has one, too', () => {
  for (const title of ['# Gift cards', '# --- gift-cards ---', '# GIFT CARDS:'])
    expect(after(fileOf(title, 'GET /gift-cards', '', '# zoo', 'GET /zoo'), ['GET /ships'])).toBe(
      fileOf(title, 'GET /gift-cards', '', '# ships', 'GET /ships', '', '# zoo', 'GET /zoo'),
    )
})

test('a headline below other remarks counts', () => {
  const file = fileOf('# By path.', '', '# boxes', '# Odd.', 'GET /boxes')
  expect(after(file, ['GET /animals', 'GET /ships'])).toBe(
    fileOf(
      '# By path.',
      '',
      '# animals',
      'GET /animals',
      '',
      '# boxes',
      '# Odd.',
      'GET /boxes',
      '',
      '# ships',
      'GET /ships',
    ),
  )
})

test('a new section does not cut one that holds several first steps', () => {
  const file = fileOf('# account', 'GET /account', '# Mine.', 'GET /profile', '', '# zoo', 'GET /zoo')
  expect(after(file, ['GET /boxes'])).toBe(
    fileOf(
      '# account',
      'GET /account',
      '# Mine.',
      'GET /profile',
      '',
      '# boxes',
      'GET /boxes',
      '',
      '# zoo',
      'GET /zoo',
    ),
  )
})

test('an operation whose path changes keeps the headline, and leaves no gap', () => {
  const file = fileOf('# boxes', 'GET /boxes/{id}', '', '# zoo', 'GET /zoo')
  for (const path of ['/boxes', '/boxes/{id}/lid'])
    expect(after(file, [`GET ${path}`], ['GET /boxes/{id}'])).toBe(
      fileOf('# boxes', `GET ${path}`, '', '# zoo', 'GET /zoo'),
    )
})

test('a section comes where all of another goes', () => {
  const file = fileOf('', '# boxes', 'GET /boxes', '', '# zoo', 'GET /zoo')
  expect(after(file, ['GET /animals'], ['GET /boxes'])).toBe(
    fileOf('# animals', 'GET /animals', '', '', '# zoo', 'GET /zoo'),
  )
  expect(after(file, ['GET /crabs'], ['GET /boxes'])).toBe(
    fileOf('', '# crabs', 'GET /crabs', '', '# zoo', 'GET /zoo'),
  )
})

test('a file may end without a line break', () => {
  const file = fileOf('# boxes', 'GET /boxes').trimEnd()
  expect(after(file, ['PUT /boxes'])).toBe(fileOf('# boxes', 'GET /boxes', 'PUT /boxes').trimEnd())
})
