/** The reason that the API gives for a refusal. */

import { type Deadline, startDeadline } from '../transport/deadline.js'
import type { ApiWords } from './api-words.js'

/** More than any reason; what is longer isn't read. */
const MAX_BYTES = 16 * 1024

/**
 * The first reason of an answer, whose body stays unread for the caller; `''` where there is none.
 *
 * @param timeout - milliseconds that the body is waited for
 */
export async function refusalReason(
  { reasonPlace }: ApiWords,
  response: Response,
  timeout: number,
): Promise<string> {
  const deadline = startDeadline(timeout, undefined)
  try {
    const body: unknown = JSON.parse(await textOf(response.clone(), deadline))
    const reason = reasonPlace.reduce<unknown>((part, key) => Object(part)[key], body)
    return typeof reason === 'string' ? reason : ''
  } catch {
    // A body that is no such JSON, is too long, comes too slowly or broke off gives no reason.
    return ''
  } finally {
    deadline.end()
  }
}

async function textOf(response: Response, deadline: Deadline): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  try {
    while (reader !== undefined && bytes <= MAX_BYTES) {
      const { value } = await deadline.race(reader.read())
      if (value === undefined) return text
      text += decoder.decode(value, { stream: true })
      bytes += value.length
    }
    return ''
  } finally {
    // Not awaited: half of a cloned body ends only when the other half does.
    reader?.cancel().catch(() => undefined)
  }
}
