/** The reason that api.linode.com gives for a refusal: `{"errors":[{"reason":"…"}]}`. */

/** More than any reason; what is longer isn't read. */
const MAX_BYTES = 16 * 1024

/** The first reason of an answer, whose body stays unread for the caller; `''` where there is none. */
export async function refusalReason(response: Response): Promise<string> {
  try {
    const { errors } = Object(JSON.parse(await textOf(response.clone())))
    const { reason } = Object(Array.isArray(errors) ? errors[0] : undefined)
    return typeof reason === 'string' ? reason : ''
  } catch {
    // A body that is no such JSON, or that broke off, gives no reason.
    return ''
  }
}

async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true })
    bytes += part.value.length
    if (bytes > MAX_BYTES) {
      // Not awaited: half of a cloned body ends only when the other half does.
      void reader?.cancel().catch(() => undefined)
      return ''
    }
  }
  return text
}
