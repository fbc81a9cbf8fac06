import { createReadStream } from 'node:fs'
import { expect, test } from 'vitest'
import { MAX_BYTES, readLog } from './read-log.js'

const bytesOf = (...parts: readonly Uint8Array[]) => ({
  async *read() {
    yield* parts
  },
})

test('a character may come in two parts', async () => {
  const [first, second] = new TextEncoder().encode('é')
  const parts = [first ?? 0, second ?? 0].map((byte) => Uint8Array.of(byte))
  expect(await readLog('har.json', bytesOf(...parts))).toBe('é')
})

test.each([
  ['not at all', [0xff, 0xfe, 0x7b, 0]],
  ['but for its end', [0x7b, 0xc3]],
])('a log that is UTF-8 %s is no JSON', async (_, bytes) => {
  await expect(readLog('odd\u001b.har', bytesOf(Uint8Array.from(bytes)))).rejects.toMatchObject({
    code: 'not_json',
    message: 'odd .har is no JSON in UTF-8.',
  })
})

test('a log that is too large is read no further than that, and how to make it smaller is told', async () => {
  let parts = 0
  async function* read() {
    for (const length of [1, MAX_BYTES, 1]) {
      parts += 1
      yield new Uint8Array(length).fill(0x20, 0, 1)
    }
  }
  await expect(readLog('huge.har', { read })).rejects.toMatchObject({
    code: 'too_large',
    message:
      'huge.har has more than 256 MiB. ' +
      'Record it without the bodies of answers, or filter it for calls of the API.',
  })
  expect(parts).toBe(2)
})

test.each([
  ['missing.har', 'there is no such file'],
  [import.meta.dirname, 'it is a folder'],
  ['a\0b', 'ERR_INVALID_ARG_VALUE'],
])('%j cannot be read: %s', async (path, reason) => {
  await expect(readLog(path, { read: createReadStream })).rejects.toMatchObject({
    code: 'unreadable',
    message: `${path.replace('\0', ' ')} can't be read: ${reason}.`,
  })
})

test('what broke off without a code is told as such', async () => {
  async function* read() {
    yield Uint8Array.of(0x7b)
    throw new Error('secret')
  }
  await expect(readLog('-', { read })).rejects.toMatchObject({
    code: 'unreadable',
    message: "- can't be read: reading failed.",
  })
})
