/** Multipart bodies, read so that no two parsers can differ. */
import type { Parameter } from '../../call/http.js'
import { parametersOf } from './header-parameters.js'

const EMPTY_LINE = '\r\n\r\n'
const foldedOrBroken = /^[ \t]|[\r\n\0]/

/**
 * The text fields of a `multipart/form-data` body (RFC 7578), in order.
 *
 * @returns `undefined` when the body isn't whole, or could be read in two ways.
 */
export function parseMultipart(contentType: string, body: string): readonly Parameter[] | undefined {
  const boundary = parametersOf(contentType)?.get('boundary')
  if (boundary === undefined || boundary === '') return undefined
  const [, ...parts] = `\r\n${body}`.split(`\r\n--${boundary}`)
  const end = parts.pop()
  // A delimiter is a line of its own; the last one has two hyphens more (RFC 2046 §5.1.1).
  if (end === undefined || !/^--(?:\r\n|$)/.test(end)) return undefined
  const fields = parts.map(parsePart)
  return fields.every((field) => field !== undefined) ? fields : undefined
}

/** The end of the delimiter's line, header lines, an empty line, the value. */
function parsePart(part: string): Parameter | undefined {
  const blank = part.indexOf(EMPTY_LINE)
  if (blank < 0 || !part.startsWith('\r\n')) return undefined
  const name = nameOf(part.slice(2, blank).split('\r\n'))
  return name === undefined ? undefined : [unescaped(name), part.slice(blank + EMPTY_LINE.length)]
}

function nameOf(lines: readonly string[]): string | undefined {
  if (lines.some((line) => foldedOrBroken.test(line))) return undefined
  const [disposition, ...others] = lines.filter((line) => /^content-disposition[ \t]*:/i.test(line))
  const value = /^content-disposition:[ \t]*(form-data[ \t]*(?:;.*)?)$/i.exec(disposition ?? '')?.[1]
  return value === undefined || others.length > 0 ? undefined : parametersOf(value)?.get('name')
}

/** What browsers escape in a name. */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}
