// That a body is read whole, however it comes.
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { readBody } from './node-body.js'

/** What is read of a request whose body comes in these pieces. */
function bodyOf(...pieces: readonly Uint8Array[]): Promise<string | undefined> {
  const request = new IncomingMessage(new Socket())
  const read = new Promise<string | undefined>((resolve) => readBody(request, resolve))
  for (const piece of pieces) request.push(piece)
  request.push(null)
  return read
}

test('a body that comes in pieces is read whole, characters that are cut too', async () => {
  const body = Buffer.from('a=é&token=x')
  expect(await bodyOf(body.subarray(0, 3), body.subarray(3))).toBe('a=é&token=x')
  expect(await bodyOf(body)).toBe('a=é&token=x')
  expect(await bodyOf()).toBe('')
})

test('a body of a mebibyte is read, and of one over it nothing', async () => {
  const half = Buffer.alloc(512 * 1024, 'x')
  expect(await bodyOf(half, half)).toHaveLength(1024 * 1024)
  expect(await bodyOf(half, half, Buffer.from('x'))).toBeUndefined()
})
