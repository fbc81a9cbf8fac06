/** The secrets of the tests, each found by its name. */
import { createHash } from 'node:crypto'

/** So many characters of hex that no other text holds by chance. */
function secret(name: string, characters = 64): string {
  return createHash('sha256').update(name).digest('hex').slice(0, characters)
}

export const clientId = '0123456789abcdef0123'
export const clientSecret: string = secret('client secret')
export const code: string = secret('code', 20)
export const codeVerifier: string = secret('code verifier')
/** What the client holds before a request. */
export const accessToken: string = secret('access token')
export const refreshToken: string = secret('refresh token')
/** What a server answers with. */
export const newAccessToken: string = secret('new access token')
export const newRefreshToken: string = secret('new refresh token')

/** Each by its name, so that a report of a leak is no second leak. */
export const secrets: Readonly<Record<string, string>> = {
  clientSecret,
  code,
  codeVerifier,
  accessToken,
  refreshToken,
  newAccessToken,
  newRefreshToken,
}
