import { type Answering, clientAnswered, json, refreshToken, tokenAnswer } from '../client/client.fixture.js'
import { OAuthToken } from './oauth-token.js'

export const newRefreshToken = '4ef4e59'.repeat(9)
export const held = new OAuthToken({
  accessToken: 'old',
  refreshToken,
  scopes: ['linodes:*', 'domains:read_only'],
})

/** Linode's answer, changed; `undefined` takes a field out. */
export function answer(changes: Record<string, unknown> = {}): Answering {
  return json({ ...tokenAnswer, ...changes })
}

export async function refreshed(answering: Answering, from: string | OAuthToken = held): Promise<OAuthToken> {
  return clientAnswered([answering]).client.refreshOAuthToken(from)
}
