import { Refusal } from '../authority/refusal.js'
import type { HttpAnswer } from '../http.js'
import type { Provider } from '../provider.js'
import { json } from './answers.js'

/** RFC 6749 §5.2: the error as JSON, with the status that the spec gives it. */
export function errorAnswer(provider: Provider, error: string, description: string | undefined): HttpAnswer {
  const status = provider.errors[error] ?? 400
  return json(status, { error, error_description: description })
}

/** The refusal of HTTP authentication, of which the client must be told in a header (RFC 6749 §5.2). */
export class HeaderRefusal extends Refusal {}

/** The same for a refusal; whoever tried HTTP authentication gets a 401 that says so. */
export function refusalAnswer(provider: Provider, refusal: Refusal): HttpAnswer {
  const answer = errorAnswer(provider, refusal.error, refusal.message)
  if (!(refusal instanceof HeaderRefusal)) return answer
  return { ...answer, status: 401, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="login"' } }
}
