import { expect, test } from 'vitest'
import { judge } from './judge.js'
import { source } from './judged.fixture.js'
import { SchemaFault } from './sound-schema.js'

const animal = source(
  'a.json',
  JSON.stringify({ type: 'object', required: ['name'], properties: { name: { type: 'string' } } }),
)

test('a document that fits is accepted with its data', () => {
  const judged = judge<{ name: string }>(source('a.yaml', 'name: Tom'), animal)
  expect(judged).toEqual({ accepted: true, document: { name: 'Tom' } })
})

test('one that does not fit can be judged again once it was patched', () => {
  const judged = judge<{ name: string }>(source('a.yaml', 'name: 7'), animal)
  if (judged.accepted) throw new Error('7 is no text')
  expect(judged.accept({ name: 8 })).toBeUndefined()
  expect(judged.accept({ name: 'Tom' })).toEqual({ name: 'Tom' })
})

test('a schema that is none is a fault of its own file', () => {
  for (const text of ['{ "type": "thing" }', '{ "tpye": "object" }', '[]', '7']) {
    let thrown: unknown
    try {
      judge(source('a.yaml', 'a: 1'), source('s/a.json', text))
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(SchemaFault)
    expect(thrown).toHaveProperty('fault.place.file', 's/a.json')
  }
})
