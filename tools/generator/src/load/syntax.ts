/** What the YAML reader objects to, in words for the person who wrote the file. */
import type { Document, YAMLError } from 'yaml'
import type { Fault } from '../report/fault.js'
import { foreignSign } from './foreign-signs.js'
import { mistakeOf } from './syntax-mistakes.js'
import type { Text } from './text.js'
import { missesAnEnd, unclosed } from './unclosed.js'

/**
 * The first fault of a text that is no YAML. Once the reader is out of step, most of what it says of the rest is wrong.
 */
export function syntaxFault(document: Document, text: Text): Fault | undefined {
  const all = [...document.errors, ...document.warnings]
  const [first] = all
  if (first === undefined) return undefined
  // Of a value that runs on into the next line in brackets, the reader's second word says why.
  const inBrackets = all.find(({ code, pos }) => code === 'BLOCK_IN_FLOW' && pos[0] === first.pos[0])
  // A bracket over several lines that is closed too early looks like a key until its end is missed.
  const closedEarly = first.code === 'MULTILINE_IMPLICIT_KEY' && /[{[]/.test(text.at(first.pos[0]))
  const error = inBrackets ?? (closedEarly ? all.find(missesAnEnd) : undefined) ?? first
  const rule = `load/${error.code.toLowerCase().replaceAll('_', '-')}`
  const words = unclosed(error, document, text) ?? told(error, text)
  return { rule, ...(foreignSign(words.place) ?? words) }
}

function told(error: YAMLError, text: Text): Omit<Fault, 'rule'> {
  const { range: [from, to] = error.pos, ...words } = mistakeOf(error, text)
  return { place: text.place(from, Math.max(from, to)), ...words }
}
