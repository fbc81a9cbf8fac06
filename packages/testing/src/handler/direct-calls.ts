/** What a client asks for itself, without a browser in between: tokens, and their end. */
import { Fields } from '@linode-login/core/wire'
import { Refusal, refusalFrom } from '../authority/refusal.js'
import type { Call } from '../call.js'
import type { HttpAnswer, HttpRequest } from '../http.js'
import type { Endpoint } from '../provider.js'
import { json } from './answers.js'
import { anyOrigin } from './cors.js'
import { readFormBody } from './form-body.js'
import type { LoginContext } from './login-context.js'
import { errorAnswer, refusalAnswer } from './oauth-error.js'
import { otherCall } from './other-call.js'
import { chooseEndpoint, type DirectEndpoint } from './routes.js'
import { bearerOf, refuseHeaderAuthentication, refuseParametersInUrl, tokenAnswers } from './token.js'

/** Recognises a POST to one of the endpoints of a path. */
export function createDirectCalls(
  context: LoginContext,
): (endpoints: readonly DirectEndpoint[], request: HttpRequest) => Call {
  const { provider, authority } = context
  const tokenAnswer = tokenAnswers(provider)
  const scopeNames = provider.tokenResponse.scopes

  /** What `act` gives, or why it was refused: first of all for authenticating by header, whatever else is wrong. */
  function answered(request: HttpRequest, endpoint: Endpoint | undefined, act: () => HttpAnswer): HttpAnswer {
    try {
      refuseHeaderAuthentication(request, endpoint)
      return act()
    } catch (thrown) {
      return refusalAnswer(provider, refusalFrom(thrown, scopeNames), endpoint)
    }
  }

  function serve(endpoint: DirectEndpoint, request: HttpRequest, fields: Fields): HttpAnswer {
    switch (endpoint.name) {
      case 'exchange':
        return tokenAnswer(endpoint, authority.exchange(endpoint.decode(fields)))
      case 'refresh':
        return tokenAnswer(endpoint, authority.refresh(endpoint.decode(fields)))
      case 'revoke':
      case 'expire':
        authority.revoke({ ...endpoint.decode(fields), bearer: bearerOf(endpoint, request) })
        return json(200, endpoint.flags ?? {})
    }
  }

  return (endpoints, request) => {
    const parameters = readFormBody(request)
    if (parameters instanceof Refusal)
      return otherCall(() => answered(request, onlyOne(endpoints), () => refuse(parameters)))
    const fields = Fields.fromParameters(parameters)
    let endpoint: DirectEndpoint
    try {
      endpoint = chooseEndpoint(endpoints, fields)
    } catch (thrown) {
      return otherCall(() => answered(request, onlyOne(endpoints), () => refuse(thrown)), parameters)
    }
    return {
      name: endpoint.name,
      parameters,
      cors: anyOrigin,
      answer: () =>
        answered(request, endpoint, () => {
          refuseParametersInUrl(request, endpoint)
          return serve(endpoint, request, fields)
        }),
      refuse: (error, description) => errorAnswer(provider, error, description, endpoint),
    }
  }
}

/** The endpoint of a path where there is but one. */
function onlyOne([endpoint, ...others]: readonly Endpoint[]): Endpoint | undefined {
  return others.length === 0 ? endpoint : undefined
}

function refuse(reason: unknown): never {
  throw reason
}
