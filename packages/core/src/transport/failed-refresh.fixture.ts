import { expect } from 'vitest'
import { type Answering, clientAnswered, refreshToken, secrets } from '../client/client.fixture.js'
import { failure } from '../errors/safe.fixture.js'

/** A client's refresh that must fail, without a secret in its error and after one request. */
export async function failedRefresh(
  answer: Answering,
  options: Parameters<typeof clientAnswered>[1] = {},
  runtime: Parameters<typeof clientAnswered>[2] = {},
): Promise<unknown> {
  const { client, sent } = clientAnswered([answer], options, runtime)
  const error = await failure(client.refreshOAuthToken(refreshToken), secrets)
  expect(sent).toHaveLength(1)
  expect(error.operation).toBe('refresh')
  return error
}
