// Answers that are neither a token nor an error by their status. None is followed, none is believed.
import { InvalidResponseError } from '@linode-login/node'
import { describe, expect, test } from 'vitest'
import { startServer } from '../hostile-server.fixture.js'
import { allCalls, refusal, tokenCalls } from '../refusal.fixture.js'
import { newRefreshToken } from '../secrets/secrets.fixture.js'
import { answer, json, tokenAnswer } from './answers.fixture.js'

const redirects = [
  ['A1', 302],
  ['A2', 307],
  ['A3', 308],
] as const

describe.each(allCalls)('%s', (call) => {
  test.each(redirects)('%s a redirect with %i to another origin is refused', async (_, status) => {
    await using elsewhere = await startServer(json(tokenAnswer))
    await using server = await startServer(answer('', { status, headers: { Location: `${elsewhere.url}/` } }))
    const error = await refusal(server, InvalidResponseError, 'redirected', { call })
    expect(error.status).toBe(status)
    expect(elsewhere.received).toHaveLength(0)
  })

  test.each([301, 302, 303, 307, 308])(
    'A4 a redirect with %i to the same origin is refused',
    async (status) => {
      await using server = await startServer(answer('', { status, headers: { Location: '/oauth/token2' } }))
      await refusal(server, InvalidResponseError, 'redirected', { call })
    },
  )

  test('A1 A4 a redirect that carries a token is one all the same', async () => {
    const headers = { Location: `/?access_token=${tokenAnswer.access_token}` }
    await using server = await startServer(json(tokenAnswer, { status: 302, headers }))
    await refusal(server, InvalidResponseError, 'redirected', { call })
  })

  test.each([300, 304, 305])('status %i is a redirect too', async (status) => {
    await using server = await startServer(answer('', { status }))
    await refusal(server, InvalidResponseError, 'redirected', { call })
  })
})

describe.each(tokenCalls)('%s', (call) => {
  test.each([201, 202, 203, 204, 205, 206, 299])('A35 status %i is no success', async (status) => {
    const body = status === 204 || status === 205 ? '' : JSON.stringify(tokenAnswer)
    await using server = await startServer(answer(body, { status }))
    const error = await refusal(server, InvalidResponseError, 'unexpected_status', { call })
    expect(error.status).toBe(status)
    expect(error.revealRefreshToken()).not.toBe(newRefreshToken)
  })
})
