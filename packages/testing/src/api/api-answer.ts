/** How the API answers: JSON, with headers that tell what the token has and what the call needs. */
import type { AccessToken } from '../authority/tokens/issued-tokens.js'
import { anyOrigin } from '../call/cors.js'
import type { HttpAnswer } from '../call/http.js'
import type { Api, ApiError, ApiOperation, RefusalBody } from '../provider/provider.js'
import { acceptedScopes, grantedScopes } from './access.js'

/** What an answer tells besides its body. */
export interface Asked {
  /** None where there is no such operation. */
  readonly operation: ApiOperation | undefined
  /** None where the request shows no good one. */
  readonly token: AccessToken | undefined
}

/** Lets a page of any origin read the answer, with both scope headers. */
export function apiCors({ headers }: Api): Readonly<Record<string, string>> {
  return { ...anyOrigin, 'access-control-expose-headers': `${headers.granted}, ${headers.accepted}` }
}

/** An answer of the API. */
export function apiAnswer(api: Api, status: number, body: unknown, { operation, token }: Asked): HttpAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...apiCors(api),
      [api.headers.granted.toLowerCase()]: grantedScopes(token),
      [api.headers.accepted.toLowerCase()]: acceptedScopes(operation),
    },
    body: JSON.stringify(body),
  }
}

/** A refusal in the API's own words. */
export function apiRefusal(api: Api, { status, reason }: ApiError, asked: Asked): HttpAnswer {
  return apiAnswer(api, status, filled(api.refusal ?? { error: '{reason}' }, reason), asked)
}

/** The body of a refusal, its gaps filled. */
function filled(body: RefusalBody, reason: string): unknown {
  return JSON.parse(JSON.stringify(body), (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('{reason}', () => reason) : part,
  )
}
