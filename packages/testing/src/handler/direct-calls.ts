/** What a client asks for itself, without a browser in between: tokens, and their end. */
import { Fields } from '@linode-login/core/wire'
import { Refusal, refusalFrom } from '../authority/refusal.js'
import type { Call } from '../call.js'
import type { HttpAnswer, HttpRequest } from '../http.js'
import type { Endpoint } from '../provider.js'
import { json } from './answers.js'
import { anyOrigin } from './cors.js'
import { readFormBody } from './form-body.js'
import type { LoginSite } from './login-site.js'
import { errorAnswer, refusalAnswer } from './oauth-error.js'
import { otherCall } from './other-call.js'
import { chooseEndpoint } from './routes.js'
import { checkDirectRequest, tokenAnswers } from './token.js'

/** Recognises a POST to one of the endpoints of a path. */
export function createDirectCalls(
  site: LoginSite,
): (endpoints: readonly Endpoint[], request: HttpRequest) => Call {
  const { provider, authority } = site
  const tokenAnswer = tokenAnswers(provider)
  const scopeNames = provider.tokenResponse.scopes

  /** What `act` gives, or why it was refused. */
  function answered(act: () => HttpAnswer): HttpAnswer {
    try {
      return act()
    } catch (thrown) {
      return refusalAnswer(provider, refusalFrom(thrown, scopeNames))
    }
  }

  function serve(endpoint: Endpoint, fields: Fields): HttpAnswer {
    switch (endpoint.name) {
      case 'exchange':
        return tokenAnswer(authority.exchange(endpoint.decode(fields)))
      case 'refresh':
        return tokenAnswer(authority.refresh(endpoint.decode(fields)))
      case 'revoke':
      case 'expire':
        authority.revoke(endpoint.decode(fields))
        return json(200, {})
      default:
        throw new Refusal('invalid_request', `${endpoint.name} is not served by POST`)
    }
  }

  return (endpoints, request) => {
    const parameters = readFormBody(request)
    if (parameters instanceof Refusal) return otherCall(() => refusalAnswer(provider, parameters))
    const fields = Fields.fromParameters(parameters)
    let endpoint: Endpoint
    try {
      endpoint = chooseEndpoint(endpoints, fields)
    } catch (thrown) {
      return otherCall(() => refusalAnswer(provider, refusalFrom(thrown)), parameters)
    }
    return {
      name: endpoint.name,
      parameters,
      cors: anyOrigin,
      answer: () =>
        answered(() => {
          checkDirectRequest(request, endpoint)
          return serve(endpoint, fields)
        }),
      refuse: (error, description) => errorAnswer(provider, error, description),
    }
  }
}
