import { expect, test } from 'vitest'
import { BodyPieces } from './body-pieces.js'

const MEBI = 1024 * 1024

test('pieces make one text, characters that are cut too', () => {
  const body = new BodyPieces()
  expect(body.text()).toBe('')
  const bytes = Buffer.from('a=\u00e9&token=x')
  body.add(bytes.subarray(0, 3))
  body.add(bytes.subarray(3))
  expect(body.text()).toBe('a=\u00e9&token=x')
})

test('of a body that is too large nothing is held', () => {
  const body = new BodyPieces()
  body.add(new Uint8Array(MEBI))
  expect([body.tooLarge, body.held, body.text()?.length]).toEqual([false, MEBI, MEBI])
  for (let piece = 0; piece < 100; piece += 1) {
    body.add(new Uint8Array(1024))
    expect([body.tooLarge, body.held, body.text()]).toEqual([true, 0, undefined])
  }
})
