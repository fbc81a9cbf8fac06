/** A value of another type than the one that is wanted: what stands there, and how to write the right one. */
import type { ErrorObject } from 'ajv'
import { tableOf } from '../../../collections/table.js'
import { mend } from '../../meant/mend.js'
import { isPlain, type SchemaWords } from './schema-words.js'

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
  if (
    isPlain(error.data) &&
    typeof pattern === 'string' &&
    !new RegExp(pattern, 'u').test(words.written(error))
  ) {
    const expected = words.form({ ...error, schema: pattern })
    const mended = mend(words.written(error), (text) => new RegExp(pattern, 'u').test(text))
    return {
      wrong: `${words.written(error)} is not of the right form`,
      expected,
      ...(mended && { suggestion: mended.text }),
      fix: mended?.order ?? 'write it in this form',
    }
  }
  const wrong = error.data === null ? 'nothing stands here' : `${words.shown(error)} is not ${wanted}`
  const expected = words.with(wanted, error.parentSchema)
  return {
    wrong,
    expected,
    ...(type === 'object' && error.data !== null
      ? mappingFrom(error, words)
      : remedy(type, error.data, wanted)),
  }
}

/** A mapping with the one key that must be there, or one of those that may, in place of what stands there. */
function mappingFrom(error: ErrorObject, words: SchemaWords): Pick<Words, 'suggestion' | 'fix'> {
  const { data, parentSchema } = error
  if (Array.isArray(data)) {
    const isOne = data.length === 1 && Object.keys(tableOf(data[0])).length > 0
    return {
      fix: isOne
        ? 'write a space in place of the dash before its first key'
        : 'write entries with keys, "key: value", in place of the list',
    }
  }
  const required = tableOf(parentSchema)['required']
  const [key, ...others] = Array.isArray(required) ? required.map(String) : []
  if (typeof data === 'string' && key !== undefined && others.length === 0)
    return { suggestion: `{ ${key}: ${data} }`, fix: `did you mean { ${key}: ${data} }?` }
  const known = Object.keys(words.properties(error))
  return {
    fix: `write "key: value", a line each${known.length === 0 ? '' : `; the keys are ${known.join(', ')}`}`,
  }
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
      return { fix: `write ${wanted}` }
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
  // One that only closes is half of the brackets that were meant.
  const items = value.includes('[') ? value : value.replace(/\s*\]$/, '')
  return { suggestion: `[${items}]`, fix: `did you mean [${items}]?` }
}
