/** Errors as the token endpoint tells them. */
import { Refusal } from '../../authority/refusal.js'
import type { HttpAnswer } from '../../call/http.js'
import type { Endpoint, Provider } from '../../provider/provider.js'
import { json } from '../answers.js'

/** RFC 6749 §5.2: the error as JSON, with the status and in the words that the provider has for it. */
export function errorAnswer(
  provider: Provider,
  error: string,
  description: string | undefined,
  endpoint?: Endpoint,
): HttpAnswer {
  const { flags, described = true } = provider.errorResponse ?? {}
  const own = endpoint?.errorNames?.[error] ?? error
  const body = { ...flags, error: own, error_description: described ? description : undefined }
  return json(provider.errors[own] ?? 400, body)
}

/** The refusal of HTTP authentication, of which the client must be told in a header (RFC 6749 §5.2). */
export class HeaderRefusal extends Refusal {}

/**
 * The same for a refusal; whoever tried to authenticate by header is told in a header what is wrong with it.
 */
export function refusalAnswer(provider: Provider, refusal: Refusal, endpoint?: Endpoint): HttpAnswer {
  const answer = errorAnswer(provider, refusal.error, refusal.message, endpoint)
  if (refusal instanceof HeaderRefusal) return challenged({ ...answer, status: 401 }, 'Basic realm="login"')
  if (refusal.error !== 'invalid_token' || answer.status !== 401) return answer
  return challenged(answer, 'Bearer error="invalid_token"')
}

function challenged(answer: HttpAnswer, challenge: string): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } }
}
