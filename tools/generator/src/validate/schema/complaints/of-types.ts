/** A value of another type than the one that is wanted: what stands there, and how to write the right one. */
import type { ErrorObject } from 'ajv'
import { tableOf } from '../../../collections/table.js'
import { mend } from '../../meant/mend.js'
import { shown } from './in-a-sentence.js'
import type { SchemaWords } from './schema-words.js'

/** The words of a complaint. */
export interface Words {
  readonly wrong: string
  readonly expected: string
  readonly suggestion?: string
  readonly fix: string
}

/** What to say of a value that is not of its type. */
export function wrongType(error: ErrorObject, words: SchemaWords): Words {
  const type = String(error.params['type'])
  const wanted = words.typeName(type)
  const { pattern } = error.parentSchema ?? {}
  const isPlain = typeof error.data === 'number' || typeof error.data === 'boolean'
  if (isPlain && typeof pattern === 'string' && !new RegExp(pattern, 'u').test(String(error.data))) {
    const expected = words.form({ ...error, schema: pattern })
    const mended = mend(String(error.data), (text) => new RegExp(pattern, 'u').test(text))
    return {
      wrong: `${shown(error.data)} is not of the right form`,
      expected,
      ...(mended && { suggestion: mended.text }),
      fix: mended?.order ?? 'write it in this form',
    }
  }
  const wrong = error.data === null ? 'nothing stands here' : `${shown(error.data)} is not ${wanted}`
  return { wrong, expected: words.with(wanted, error.parentSchema), ...remedy(type, error.data, wanted) }
}

function remedy(type: string, data: unknown, wanted: string): Pick<Words, 'suggestion' | 'fix'> {
  if (data === null) return { fix: `write ${wanted} after the colon` }
  switch (type) {
    case 'string':
      return typeof data === 'object' ? textOf(tableOf(data)) : { fix: 'put it in quotes' }
    case 'boolean':
      return typeof data === 'string' ? truth(data) : { fix: 'write true or false' }
    case 'integer':
    case 'number':
      return typeof data === 'string' && /^\d+$/.test(data) ? unquoted(data) : { fix: `write ${wanted}` }
    case 'array':
      return typeof data === 'object' ? listOf(tableOf(data)) : listFrom(String(data))
    default:
      return {
        fix: Array.isArray(data)
          ? 'write entries with keys, "key: value", in place of the list'
          : 'write "key: value", a line each',
      }
  }
}

/** `a: b` is a mapping, where a text with a colon was meant. */
function textOf(mapping: Readonly<Record<string, unknown>>): Pick<Words, 'fix'> {
  const [[key, value] = [], ...others] = Object.entries(mapping)
  if (key === undefined || others.length > 0 || typeof value !== 'string') return { fix: 'write a text' }
  return { fix: `take the space behind the colon out, or put it in quotes: "${key}: ${value}"` }
}

/** Of a list whose first item lacks its dash the others are read as part of that. */
function listFrom(text: string): Pick<Words, 'suggestion' | 'fix'> {
  return / - /.test(text) ? { fix: 'begin the first item with a dash too' } : bracketed(text)
}

/** `{ a, b }` is a mapping of keys without values. */
function listOf(mapping: Readonly<Record<string, unknown>>): Pick<Words, 'fix'> {
  const values = Object.values(mapping)
  const isBare = values.length > 0 && values.every((value) => value === null)
  // No suggestion: the place is that of the key above.
  return { fix: isBare ? bracketed(Object.keys(mapping).join(', ')).fix : 'write a list: [one, another]' }
}

function truth(word: string): Pick<Words, 'suggestion' | 'fix'> {
  const yes = /^(y|yes|on|true)$/i.test(word)
  if (!yes && !/^(n|no|off|false)$/i.test(word)) return { fix: 'write true or false, without quotes' }
  // Only these two are a text because of their quotes.
  const quotes = /^(true|false)$/i.test(word) ? ', without quotes' : ''
  return { suggestion: String(yes), fix: `did you mean ${yes}${quotes}?` }
}

function unquoted(digits: string): Pick<Words, 'suggestion' | 'fix'> {
  return { suggestion: digits, fix: 'take the quotes out' }
}

function bracketed(value: string): Pick<Words, 'suggestion' | 'fix'> {
  return { suggestion: `[${value}]`, fix: `did you mean [${value}]?` }
}
