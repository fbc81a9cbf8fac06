/** The API, far enough to refuse a call whose token is bad or whose scopes are missing. */
import { createPathTree } from '@linode-login/core/engine'
import type { Authority } from '../authority/authority.js'
import type { AccessToken } from '../authority/issued-tokens.js'
import type { User } from '../authority/user.js'
import type { Call, Handler } from '../call.js'
import { preflight } from '../handler/cors.js'
import { otherCall } from '../handler/other-call.js'
import { type HttpAnswer, type HttpRequest, headerOf, pathOf, queryOf } from '../http.js'
import type { ApiError, ApiOperation, Provider, RefusalBody } from '../provider.js'
import { acceptedScopes, grantedScopes, judgeAccess, tokenOf } from './access.js'

/** What operations answer with when they are allowed, by `METHOD /path`. The rest answers with its own id. */
export type ApiAnswers = Readonly<Record<string, (user: User | undefined) => unknown>>

/** A handler for the provider's API. */
export function createApiHandler(provider: Provider, authority: Authority, answers: ApiAnswers): Handler {
  const { api } = provider
  const methods = [...new Set(api.operations.map(({ method }) => method))]
  const trees = new Map(
    methods.map((one) => {
      const operations = api.operations.filter(({ method }) => method === one)
      return [one, createPathTree(operations.map((operation) => [operation.path, operation]))]
    }),
  )
  const errorsByName: Readonly<Record<string, ApiError>> = {
    invalid_token: api.errors.invalidToken,
    insufficient_scope: api.errors.insufficientScope,
    not_found: api.errors.notFound,
  }
  const cors = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': `${api.headers.granted}, ${api.headers.accepted}`,
  }

  /** Every answer tells what the token has and what the call needs. */
  function answer(
    status: number,
    body: unknown,
    operation: ApiOperation | undefined,
    token: AccessToken | undefined,
  ): HttpAnswer {
    return {
      status,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...cors,
        [api.headers.granted.toLowerCase()]: grantedScopes(token),
        [api.headers.accepted.toLowerCase()]: acceptedScopes(operation),
      },
      body: JSON.stringify(body),
    }
  }

  function refusal(
    error: ApiError,
    operation: ApiOperation | undefined,
    token: AccessToken | undefined,
  ): HttpAnswer {
    return answer(error.status, filled(api.refusal ?? { error: '{reason}' }, error.reason), operation, token)
  }

  function serve(operation: ApiOperation | undefined, token: AccessToken | undefined): HttpAnswer {
    if (operation === undefined) return refusal(api.errors.notFound, operation, token)
    const access = judgeAccess(authority, api.errors, operation, token)
    if (!access.allowed) return refusal(access.error, operation, token)
    const content = answers[`${operation.method} ${operation.path}`]
    return answer(200, content?.(token?.user) ?? { operation: operation.id }, operation, token)
  }

  function operationOf(request: HttpRequest): ApiOperation | undefined {
    const path = pathOf(request)
    return path.startsWith(`${api.basePath}/`)
      ? trees.get(request.method)?.find(path, api.basePath.length)
      : undefined
  }

  return (request): Call => {
    if (request.method === 'OPTIONS') {
      return otherCall(() =>
        preflight(methods, headerOf(request, 'access-control-request-headers') ?? 'Authorization'),
      )
    }
    const operation = operationOf(request)
    const token = tokenOf(authority, headerOf(request, 'authorization'))
    return {
      name: 'api',
      parameters: queryOf(request),
      cors,
      answer: () => serve(operation, token),
      refuse: (error) => refusal(errorsByName[error] ?? api.errors.notFound, operation, token),
    }
  }
}

/** The body of a refusal, its gaps filled. */
function filled(body: RefusalBody, reason: string): unknown {
  return JSON.parse(JSON.stringify(body), (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('{reason}', () => reason) : part,
  )
}
