// The check of the other tests is checked itself: a secret is found wherever it hides.
import { NetworkError } from '@linode-login/node'
import { expect, test } from 'vitest'
import { leaksOf, safe } from './safety.fixture.js'
import { clientSecret as secret } from './secrets.fixture.js'

const error = (details: object): Error => Object.assign(new Error('x'), details)

class Holder {
  get secret(): string {
    return secret
  }
}

test.each<[string, unknown]>([
  ['a text', secret],
  ['a message', new Error(`bad secret ${secret}`)],
  ['a stack', error({ stack: secret })],
  ['half of it', `${secret.slice(0, 40)}…`],
  ['a cause', new Error('x', { cause: new Error(secret) })],
  ["a cause's cause", new Error('x', { cause: new Error('y', { cause: { secret } }) })],
  ['one of several errors', new AggregateError([new Error(secret)])],
  ['a field', error({ secret })],
  ['a hidden field', Object.defineProperty(new Error('x'), 'secret', { value: secret })],
  ['a getter', Object.defineProperty(new Error('x'), 'secret', { get: () => secret })],
  ['a getter of its class', new Holder()],
  ['a list far below', error({ a: { b: { c: { d: { e: [...Array(200).fill('x'), secret] } } } } })],
  ['what becomes JSON', error({ toJSON: () => ({ secret }) })],
  ['what becomes a text', error({ toString: () => secret })],
  ['a map', error({ map: new Map([[secret, 1]]) })],
])('a secret in %s is found', (_, value) => {
  expect(leaksOf(value)).toEqual(['clientSecret'])
})

test('an error that is not typed, or holds a control character, is not safe', () => {
  expect(() => safe(new Error('x'))).toThrow('x')
  const details = { code: 'failed', operation: 'refresh', sent: 'no' } as const
  expect(() => safe(new NetworkError({ ...details, message: 'a\u001b[2J' }))).toThrow()
  expect(safe(new NetworkError({ ...details, message: 'It failed.' })).code).toBe('failed')
})
