/** What a request with too large a body is answered, on a socket or without one. It is served no further. */
import type { HttpAnswer } from '../call/http.js'

export const tooLarge: HttpAnswer = { status: 413, headers: { connection: 'close' }, body: '' }
