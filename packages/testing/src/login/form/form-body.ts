/** The form in the body of a request. */
import { Refusal } from '../../authority/refusal.js'
import { type HttpRequest, headerOf, type Parameter } from '../../call/http.js'
import { parseMultipart } from './multipart.js'

const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** The parameters of a form body, in order; a `Refusal` where there is no form that can be read. */
export function readFormBody(request: HttpRequest): readonly Parameter[] | Refusal {
  const contentType = headerOf(request, 'content-type') ?? ''
  const media = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (media === URLENCODED) return [...new URLSearchParams(request.body)]
  if (media !== MULTIPART) {
    return new Refusal('invalid_request', `the body must be ${URLENCODED} or ${MULTIPART}`)
  }
  return (
    parseMultipart(contentType, request.body) ??
    new Refusal('invalid_request', 'the multipart body is not whole')
  )
}
