import { expect, test } from 'vitest'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { ApiOperation } from '../api-document.js'
import { needs, operation } from './plan.fixture.js'
import { Questions } from './questions.js'
import { choose } from './twins.js'

const silent = operation('GET /boxes/{a}', { auth: 'unsaid' }, 'silent')
const reads = operation('GET /boxes/{b}', needs('box:read'), 'reads')
const writes = operation('GET /boxes/{c}', needs('box:write'), 'writes')
const readsAgain = operation('GET /boxes/{d}', needs('box:read'), 'reads-again')

/** Which of some twins counts, and what is asked. */
function chosen(twins: readonly [ApiOperation, ...ApiOperation[]], before?: OperationEntry) {
  const questions = new Questions()
  const { id } = choose(twins, before, questions)
  return [id, questions.all().flatMap(({ about }) => about)]
}

test('one alone counts, and nothing is asked', () => {
  expect(chosen([silent])).toEqual(['silent', []])
})

test('twins that need the same are one, without a word', () => {
  expect(chosen([reads, readsAgain])).toEqual(['reads', []])
})

test('what the spec says already counts, under the id that it knows where several say so', () => {
  const before = { id: 'reads-again', declared: 'box:read' }
  const asked = [
    'GET /boxes/{c} (box:write) and GET /boxes/{b} (box:read) and GET /boxes/{d} (box:read): GET /boxes/{d} was taken',
  ]
  expect(chosen([writes, reads, readsAgain], before)).toEqual(['reads-again', asked])
  expect(chosen([writes, reads, readsAgain], { ...before, id: 'other' })[0]).toBe('reads')
})

test('where the spec says none of it, the first counts that says anything that can be read', () => {
  const unreadable = operation('GET /boxes/{e}', { auth: 'unreadable', why: 'no list' }, 'unreadable')
  expect(chosen([silent, unreadable, writes, reads])[0]).toBe('writes')
  expect(chosen([silent, unreadable])[0]).toBe('silent')
})

test('nothing is asked once an answer was recorded or a person wrote a note; a guess is no answer', () => {
  const before: OperationEntry = { id: 'reads', declared: 'box:read' }
  const asked = (entry: OperationEntry) => chosen([reads, writes], entry)[1]?.length
  expect(asked(before)).toBe(1)
  expect(asked({ ...before, recorded: 'box:write' })).toBe(0)
  expect(asked({ ...before, note: 'Asked.' })).toBe(0)
  expect(asked({ ...before, note: 'This one is like it.', guessed: true })).toBe(1)
})
