/** What a client asks for itself, without a browser in between: tokens, and their end. */
import { Fields } from '@linode-login/core/internal'
import { Refusal, refusalFrom } from '../../authority/refusal.js'
import type { Call } from '../../call/call.js'
import { anyOrigin } from '../../call/cors.js'
import type { HttpAnswer, HttpRequest, Parameter } from '../../call/http.js'
import { otherCall } from '../../call/other-call.js'
import type { Endpoint } from '../../provider/provider.js'
import { json } from '../answers.js'
import { readFormBody } from '../form/form-body.js'
import type { LoginContext } from '../login-context.js'
import { chooseEndpoint, type DirectEndpoint } from '../routes.js'
import { clientBearer, refuseHeaderAuthentication, refuseParametersInUrl } from './client-authentication.js'
import { errorAnswer, refusalAnswer } from './oauth-error.js'
import { tokenAnswer } from './token-answer.js'

/** Recognises a POST to one of the endpoints of a path. */
export function directCall(
  context: LoginContext,
  endpoints: readonly DirectEndpoint[],
  request: HttpRequest,
): Call {
  const parameters = readFormBody(request)
  if (parameters instanceof Refusal) return noEndpoint(context, endpoints, request, parameters)
  const fields = Fields.fromParameters(parameters)
  let endpoint: DirectEndpoint
  try {
    endpoint = chooseEndpoint(endpoints, fields)
  } catch (reason) {
    return noEndpoint(context, endpoints, request, reason, parameters)
  }
  return {
    name: endpoint.name,
    parameters,
    cors: anyOrigin,
    answer: () =>
      answered(context, request, endpoint, () => {
        refuseParametersInUrl(request, endpoint)
        return serve(context, endpoint, request, fields)
      }),
    refuse: (error, description) => errorAnswer(context.provider, error, description, endpoint),
  }
}

/** A request that means none of its path's endpoints, and the reason why. */
function noEndpoint(
  context: LoginContext,
  endpoints: readonly DirectEndpoint[],
  request: HttpRequest,
  reason: unknown,
  parameters?: readonly Parameter[],
): Call {
  const answer = (): HttpAnswer =>
    answered(context, request, onlyOne(endpoints), () => {
      throw reason
    })
  return otherCall(answer, parameters)
}

/** The endpoint of a path where there is but one. */
function onlyOne([endpoint, ...others]: readonly Endpoint[]): Endpoint | undefined {
  return others.length === 0 ? endpoint : undefined
}

/**
 * What `act` gives, or why it was refused: first of all for authenticating by header, whatever else is wrong.
 */
function answered(
  { provider }: LoginContext,
  request: HttpRequest,
  endpoint: Endpoint | undefined,
  act: () => HttpAnswer,
): HttpAnswer {
  try {
    refuseHeaderAuthentication(request, endpoint)
    return act()
  } catch (thrown) {
    return refusalAnswer(provider, refusalFrom(thrown, provider.tokenResponse.scopes), endpoint)
  }
}

function serve(
  { provider, authority }: LoginContext,
  endpoint: DirectEndpoint,
  request: HttpRequest,
  fields: Fields,
): HttpAnswer {
  switch (endpoint.name) {
    case 'exchange':
      return tokenAnswer(provider, endpoint, authority.exchange(endpoint.decode(fields)))
    case 'refresh':
      return tokenAnswer(provider, endpoint, authority.refresh(endpoint.decode(fields)))
    case 'revoke':
    case 'expire':
      authority.revoke({ ...endpoint.decode(fields), bearer: clientBearer(endpoint, request) })
      return json(200, endpoint.flags ?? {})
  }
}
