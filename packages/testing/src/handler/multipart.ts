import type { Parameter } from '../http.js'

const boundaryPattern = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i
const namePattern = /^content-disposition:\s*form-data;.*?\bname="([^"]*)"/im

/**
 * The text fields of a `multipart/form-data` body (RFC 7578), in order.
 *
 * @returns `undefined` when the body isn't whole.
 */
export function parseMultipart(contentType: string, body: string): readonly Parameter[] | undefined {
  const found = boundaryPattern.exec(contentType)
  const boundary = found?.[1] ?? found?.[2]
  if (boundary === undefined) return undefined
  const [preamble, ...parts] = `\r\n${body}`.split(`\r\n--${boundary}`)
  const end = parts.pop()
  if (preamble === undefined || end?.startsWith('--') !== true) return undefined
  const fields = parts.map(parsePart)
  return fields.every((field) => field !== undefined) ? fields : undefined
}

/** Header lines, an empty line, the value. */
function parsePart(part: string): Parameter | undefined {
  const blank = part.indexOf('\r\n\r\n')
  const name = namePattern.exec(part.slice(0, Math.max(blank, 0)))?.[1]
  return name === undefined ? undefined : [unescaped(name), part.slice(blank + 4)]
}

/** What browsers escape in a name. */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}
