/**
 * Entries as the spec's files lay them out: on the key's line, else on the next, else a line for each value.
 */
import { Document, isSeq } from 'yaml'

const WIDTH = 110

type Value = string | boolean | readonly Value[]

/** A key with a mapping, laid out; the first line's indent is not included. */
export function layOut(key: string, entry: object, indent: number): string {
  const pairs = Object.entries(entry).map(([name, value]) => ({ name, value: asValue(value) }))
  const flow = `{ ${pairs.map(({ name, value }) => `${name}: ${inFlow(value)}`).join(', ')} }`
  if (indent + key.length + 2 + flow.length <= WIDTH) return `${key}: ${flow}`
  const pad = ' '.repeat(indent + 2)
  if (pad.length + flow.length <= WIDTH) return `${key}:\n${pad}${flow}`
  const lines = pairs.map(
    ({ name, value }) => `${pad}  ${name}: ${broken(value, `${name}: `, indent + 4)},\n`,
  )
  return `${key}:\n${pad}{\n${lines.join('')}${pad}}`
}

function asValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(asValue)
  return typeof value === 'boolean' ? value : String(value)
}

/** A value on one line where it fits, with the comma behind it. */
function broken(value: Value, before: string, indent: number): string {
  const flow = inFlow(value)
  if (typeof value !== 'object' || indent + before.length + flow.length < WIDTH) return flow
  const pad = ' '.repeat(indent + 2)
  return `[\n${value.map((item) => `${pad}${broken(item, '', indent + 2)},\n`).join('')}${' '.repeat(indent)}]`
}

/** A text, a truth, or lists of them, between brackets. */
export function inFlow(value: unknown): string {
  if (typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? `[${value.map(inFlow).join(', ')}]` : quoted(String(value))
}

/** A text in quotes where YAML needs them between brackets. */
export function quoted(text: string): string {
  const document = new Document([text])
  if (isSeq(document.contents)) document.contents.flow = true
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().slice(1, -1)
}
