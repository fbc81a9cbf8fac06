import { expect, test } from 'vitest'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { OperationEdit } from '../plan/plan.js'
import { writeOperations } from './write-operations.js'

const operations = `# Our operations.
version: 1.0.0 # the last one

operations:
  # boxes
  GET /boxes: { declared: "box:read", since: 1.0.0, id: list-boxes } # by hand
  # This one is odd.
  GET /boxes/{boxId}:
    {
      declared: box:read, # not write
      id: get-box,
      note: "Seen: twice.",
    }

  # trucks
  POST /trucks:
    declared: [box:write]
    id: post-truck

# The end.
`

function add(key: string, entry: OperationEntry): OperationEdit {
  return { kind: 'add', key, entry }
}

function change(key: string, before: OperationEntry, entry: OperationEntry): OperationEdit {
  return { kind: 'change', key, before, entry }
}

test('nothing to change changes nothing', () => {
  expect(writeOperations(operations, [], undefined)).toBe(operations)
})

test('the version changes alone', () => {
  const after = writeOperations(operations, [], '2.0.0')
  expect(after).toBe(operations.replace('1.0.0 # the last one', '2.0.0 # the last one'))
  expect(writeOperations('operations:\n  GET /a: { auth: none, id: a }\n', [], '2.0.0')).toBe(
    'version: 2.0.0\n\noperations:\n  GET /a: { auth: none, id: a }\n',
  )
})

test('new operations stand in their section, in order, and a new section between its neighbours', () => {
  const open: OperationEntry = { auth: 'none', id: 'x' }
  const edits = [
    'POST /boxes',
    'GET /animals',
    'GET /boxes/{boxId}/lid',
    'GET /ships',
    'PUT /ships',
    'GET /zoo',
  ].map((key) => add(key, open))
  expect(writeOperations(operations, edits, undefined)).toBe(
    operations
      .replace('operations:\n', 'operations:\n  # animals\n  GET /animals: { auth: none, id: x }\n\n')
      .replace('# by hand\n', '# by hand\n  POST /boxes: { auth: none, id: x }\n')
      .replace(
        '    }\n',
        `    }
  GET /boxes/{boxId}/lid: { auth: none, id: x }

  # ships
  GET /ships: { auth: none, id: x }
  PUT /ships: { auth: none, id: x }
`,
      )
      .replace('post-truck\n', 'post-truck\n\n  # zoo\n  GET /zoo: { auth: none, id: x }\n'),
  )
})

test('of an entry that was laid out by hand the values change, and its comments stay', () => {
  const [id, note] = ['get-box', 'Seen: twice.']
  const box: OperationEntry = { declared: 'box:read', id, note }
  const truck: OperationEntry = { declared: ['box:write'], id: 'post-truck' }
  const guess: OperationEntry = { declared: 'boxx:read', corrected: 'box:read', guessed: true, id, note }
  const edits = [
    change('GET /boxes/{boxId}', box, guess),
    change('POST /trucks', truck, { auth: 'any_token', id: 'truck', note: 'Any.' }),
  ]
  const after = operations
    .replace(
      'declared: box:read, # not',
      'declared: boxx:read,\n      corrected: box:read,\n      guessed: true, # not',
    )
    .replace(
      '    declared: [box:write]\n    id: post-truck\n',
      '    auth: any_token\n    id: truck\n    note: Any.\n',
    )
  expect(writeOperations(operations, edits, undefined)).toBe(after)
  const back = [
    change('GET /boxes/{boxId}', guess, box),
    change('POST /trucks', { auth: 'any_token', id: 'truck', note: 'Any.' }, truck),
  ]
  expect(writeOperations(after, back, undefined)).toBe(operations)
})

test('an operation goes with its lines, and the last of a section with its headline', () => {
  const gone = (key: string): OperationEdit => ({ kind: 'remove', key })
  expect(writeOperations(operations, [gone('POST /trucks')], undefined)).toBe(
    operations.replace(/\n {2}# trucks\n(.+\n){3}/, ''),
  )
  expect(writeOperations(operations, [gone('GET /boxes')], undefined)).toBe(
    operations.replace(/ {2}GET \/boxes:.*\n/, ''),
  )
})

test('a file without operations is filled', () => {
  const edits = [add('GET /b', { auth: 'none', id: 'b' }), add('GET /a', { auth: 'none', id: 'a' })]
  expect(writeOperations('# head\noperations: {}\n', edits, '1.0.0')).toBe(
    '# head\nversion: 1.0.0\n\noperations:\n  # a\n  GET /a: { auth: none, id: a }\n\n  # b\n  GET /b: { auth: none, id: b }\n',
  )
})

test('a file without headlines gets none, and lines end as they did', () => {
  const text = 'operations:\r\n  GET /b: { auth: none, id: b }\r\n'
  const edits = [add('GET /a', { auth: 'none', id: 'a' }), add('GET /c', { auth: 'none', id: 'c' })]
  expect(writeOperations(text, edits, undefined)).toBe(
    'operations:\r\n  GET /a: { auth: none, id: a }\r\n  GET /b: { auth: none, id: b }\r\n  GET /c: { auth: none, id: c }\r\n',
  )
})
