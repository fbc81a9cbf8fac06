// What an error says is data from outside: cleaned, cut, and on one line wherever it shows.
import { ServerError } from '@linode-login/node'
import { describe, expect, test } from 'vitest'
import { startServer } from '../hostile-server.fixture.js'
import { refusal } from '../refusal.fixture.js'
import { json } from './answers.fixture.js'

/** The error of an exchange that is answered so. */
async function errorOf(body: object, code = 'invalid_grant'): Promise<ServerError> {
  await using server = await startServer(json(body, { status: 400 }))
  return await refusal(server, ServerError, code)
}

describe('C14 A22 what an error says is cleaned and cut', () => {
  const attack = 'a\u001b[31m\u0007b\r\n2026-11-23 INFO all is well\u0000\u009b\u2028\u2029\u202e\u200bc'
  const clean = /^a \[31m b 2026-11-23 INFO all is well c$/

  test('escape sequences and forged lines in the description', async () => {
    const error = await errorOf({ error: 'invalid_grant', error_description: attack })
    expect(error.description).toMatch(clean)
  })

  test('in the error itself', async () => {
    const error = await errorOf({ error: `no\u001b[2Jsuch` }, 'rejected')
    expect(error.message).not.toContain('\u001b')
  })

  test("in Linode's reasons", async () => {
    const errors = Array(1000).fill({ reason: attack, field: 'code' })
    const { reasons } = await errorOf({ errors }, 'rejected')
    expect(reasons.length).toBeLessThanOrEqual(10)
    for (const reason of reasons) expect(reason.slice('code: '.length)).toMatch(clean)
  })

  test.each([
    ['one word', 'x'.repeat(100_000)],
    ['spaces', ' '.repeat(100_000)],
    ['escapes', '\u001b['.repeat(30_000)],
    ['almost secrets', 'token="'.repeat(15_000)],
    ['pairs of surrogates', '😀'.repeat(50_000)],
  ])('100 KB of description: %s', async (_, error_description) => {
    const error = await errorOf({ error: 'invalid_grant', error_description })
    expect(error.description?.length ?? 0).toBeLessThanOrEqual(300)
    expect(error.description ?? '').not.toMatch(/\p{Cs}/u)
  })

  test('a description that is no text is left out', async () => {
    const body = { error: 'invalid_grant', error_description: { nested: attack } }
    expect((await errorOf(body, 'rejected')).description).toBeUndefined()
  })
})
