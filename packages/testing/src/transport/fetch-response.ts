/** What `login.fetch` makes of an outcome: a response, or a failure like those of Node's own fetch. */
import type { HttpAnswer } from '../call/http.js'

const BODILESS = new Set([204, 205, 304])

/** An answer as a response, whose body may break off. */
export function responseOf(
  { status, headers }: HttpAnswer,
  body: string | ReadableStream,
  url: URL,
): Response {
  const response = new Response(BODILESS.has(status) ? null : body, { status, headers })
  return Object.defineProperty(response, 'url', { value: url.href })
}

/** A body that breaks off in the middle. */
export function halfOf(body: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(body.slice(0, body.length / 2))
  let sent = false
  return new ReadableStream(
    {
      pull(controller) {
        if (sent) return controller.error(new TypeError('terminated'))
        sent = true
        controller.enqueue(half)
      },
    },
    { highWaterMark: 0 },
  )
}

/**
 * As Node's own fetch fails: a TypeError with the reason as its cause.
 *
 * @param code - left out where it would say less than the reason: a client tells either.
 */
export function failure(reason: string, code?: string): TypeError {
  const cause = Object.assign(new Error(reason), code === undefined ? {} : { code })
  return new TypeError('fetch failed', { cause })
}
