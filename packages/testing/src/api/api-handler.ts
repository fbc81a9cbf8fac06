/** The API, far enough to refuse a call whose token is bad or whose scopes are missing. */
import type { Authority } from '../authority/authority.js'
import type { User } from '../authority/user.js'
import type { Handler } from '../call/call.js'
import { preflight } from '../call/cors.js'
import { type HttpAnswer, headerOf, queryOf } from '../call/http.js'
import { otherCall } from '../call/other-call.js'
import type { Api, ApiError, Provider } from '../provider/provider.js'
import { judgeAccess, tokenOf } from './access.js'
import { type Asked, apiAnswer, apiCors, apiRefusal } from './api-answer.js'
import { methodsOf, operationFinder } from './find-operation.js'

/** What operations answer with when they are allowed, by `METHOD /path`. The rest answers with its own id. */
export type ApiAnswers = Readonly<Record<string, (user: User | undefined) => unknown>>

/** A handler for the provider's API. */
export function createApiHandler({ api }: Provider, authority: Authority, answers: ApiAnswers): Handler {
  const operationOf = operationFinder(api)
  const methods = methodsOf(api.operations)
  const errors = errorsByName(api)
  const cors = apiCors(api)

  function serve(asked: Asked): HttpAnswer {
    const { operation, token } = asked
    if (operation === undefined) return apiRefusal(api, api.errors.notFound, asked)
    const error = judgeAccess(authority, api.errors, operation, token)
    if (error !== undefined) return apiRefusal(api, error, asked)
    const content = answers[`${operation.method} ${operation.path}`]
    return apiAnswer(api, 200, content?.(token?.user) ?? { operation: operation.id }, asked)
  }

  return (request) => {
    if (request.method === 'OPTIONS') {
      const headers = headerOf(request, 'access-control-request-headers') ?? 'Authorization'
      return otherCall(() => preflight(methods, headers))
    }
    const asked = {
      operation: operationOf(request),
      token: tokenOf(authority, headerOf(request, 'authorization')),
    }
    return {
      name: 'api',
      parameters: queryOf(request),
      cors,
      answer: () => serve(asked),
      refuse: (error) => apiRefusal(api, errors[error] ?? api.errors.notFound, asked),
    }
  }
}

/** The API's errors by the names that a script calls them. */
function errorsByName({ errors }: Api): Readonly<Record<string, ApiError>> {
  return {
    invalid_token: errors.invalidToken,
    insufficient_scope: errors.insufficientScope,
    not_found: errors.notFound,
  }
}
