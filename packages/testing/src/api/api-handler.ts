/** The API, far enough to refuse a call whose token is bad or whose scopes are missing. */
import type { Authority } from '../authority/authority.js'
import type { Handler } from '../call/call.js'
import { type HttpAnswer, type HttpRequest, headerOf, queryOf } from '../call/http.js'
import { preflightCall } from '../call/other-call.js'
import type { Api, ApiError, Provider } from '../provider/provider.js'
import { judgeAccess, tokenOf } from './access.js'
import { type Asked, apiAnswer, apiCors, apiRefusal } from './api-answer.js'
import { apiRequestOf } from './api-request.js'
import { methodsOf, nearestOperation, operationFinder } from './find-operation.js'
import type { StandingAnswers } from './standing-answers.js'

/**
 * A handler for the provider's API.
 *
 * @param answers - what operations answer with; the rest answers with its own id
 */
export function createApiHandler({ api }: Provider, authority: Authority, answers: StandingAnswers): Handler {
  const operationOf = operationFinder(api)
  const methods = methodsOf(api.operations)
  const errors = errorsByName(api)
  const cors = apiCors(api)

  function serve(request: HttpRequest, asked: Asked): HttpAnswer {
    const { operation, token } = asked
    if (operation === undefined) return noSuchOperation(api, request, asked)
    const error = judgeAccess(authority, api.errors, operation, token)
    if (error !== undefined) return apiRefusal(api, error, asked)
    const answer = answers.of(operation) ?? (() => ({ operation: operation.id }))
    const content = answer(apiRequestOf(api, operation, request, token?.user))
    return content === undefined
      ? apiRefusal(api, api.errors.notFound, asked)
      : apiAnswer(api, 200, content, asked)
  }

  return (request) => {
    if (request.method === 'OPTIONS') {
      const headers = headerOf(request, 'access-control-request-headers') ?? 'Authorization'
      return preflightCall(methods, headers)
    }
    const asked = {
      operation: operationOf(request),
      token: tokenOf(authority, headerOf(request, 'authorization')),
    }
    return {
      name: 'api',
      parameters: queryOf(request),
      cors,
      answer: () => serve(request, asked),
      refuse: (error) => apiRefusal(api, errors[error] ?? api.errors.notFound, asked),
    }
  }
}

/** As of a thing that isn't there; only a header of the fake's own tells that no thing can be there. */
function noSuchOperation(api: Api, request: HttpRequest, asked: Asked): HttpAnswer {
  const meant = nearestOperation(api, request)
  const hint = `no such operation${meant === undefined ? '' : `; did you mean ${meant}?`}`
  const answer = apiRefusal(api, api.errors.notFound, asked)
  return { ...answer, headers: { ...answer.headers, 'x-fake-login': hint } }
}

/** The API's errors by the names that a script calls them. */
function errorsByName({ errors }: Api): Readonly<Record<string, ApiError>> {
  return {
    invalid_token: errors.invalidToken,
    insufficient_scope: errors.insufficientScope,
    not_found: errors.notFound,
  }
}
