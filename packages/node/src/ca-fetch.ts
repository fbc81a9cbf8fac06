/** A `fetch` with a trust of its own. */
import type { Agent } from 'undici'

/**
 * A `fetch` for the client's requests that trusts the given authorities and no others. undici is loaded with
 * the first request, so an app without a CA file never loads it. Node's own `fetch` can't take these
 * authorities: it is another copy of undici, and the two don't understand each other's agents, requests and
 * forms.
 *
 * @param authorities - certificates in PEM form; they replace the roots that Node brings
 */
export function fetchTrusting(authorities: readonly string[]): typeof fetch {
  let agent: Agent | undefined
  return async (input, { body = null, headers, ...init } = {}) => {
    if (input instanceof Request || !isPlain(body))
      throw new TypeError('expected a URL, and a text or parameters as body')
    const undici = await import('undici')
    // Said out loud, so that a NODE_TLS_REJECT_UNAUTHORIZED=0 that was left somewhere doesn't undo what the
    // file is for.
    agent ??= new undici.Agent({ connect: { ca: [...authorities], rejectUnauthorized: true } })
    const plainHeaders = Object.fromEntries(new Headers(headers))
    return undici.fetch(input, { ...init, body, headers: plainHeaders, dispatcher: agent })
  }
}

function isPlain(body: unknown): body is string | URLSearchParams | null {
  return body === null || typeof body === 'string' || body instanceof URLSearchParams
}
