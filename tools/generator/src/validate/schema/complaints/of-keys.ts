/** Keys that are missing, not known, or out of place. */
import type { ErrorObject } from 'ajv'
import { tableOf } from '../../../collections/table.js'
import type { Path } from '../../../load/source.js'
import { chooseFrom, nearest } from '../../../report/nearest.js'
import { lookAlikes } from '../../meant/latin.js'
import { mend } from '../../meant/mend.js'
import type { LinkedComplaint } from './complaint.js'
import { name, shown } from './in-a-sentence.js'
import { keyPatterns, type SchemaWords } from './schema-words.js'

export function missingKey(path: Path, key: string, error: ErrorObject, words: SchemaWords): LinkedComplaint {
  const beside = dependentOf(error)
  const meaning = words.meaning(words.properties(error)[key])
  return {
    rule: 'schema/missing-key',
    path: beside === undefined ? path : [...path, beside],
    at: 'key',
    wrong:
      beside === undefined ? `${name(path)} has no "${key}"` : `"${beside}" stands here without "${key}"`,
    expected: meaning === undefined ? `"${key}" beside what stands here` : `"${key}". ${meaning}`,
    fix: beside === undefined ? `add "${key}"` : `add "${key}", or take "${beside}" out`,
    follows: [path, [key]],
  }
}

/** The key that another one must stand beside. */
function dependentOf({ keyword, params, schemaPath }: ErrorObject): string | undefined {
  const property: unknown = params['property']
  if (keyword === 'dependencies' && typeof property === 'string') return property
  return /\/dependencies\/([^/]+)\/required$/.exec(schemaPath)?.[1]
}

/**
 * A key that a mapping does not know, or that a table can't have.
 *
 * @param missing - the keys that the mapping lacks: one of them was meant more likely than one that stands there.
 */
export function unknownKey(
  path: Path,
  key: string,
  error: ErrorObject,
  words: SchemaWords,
  missing: readonly string[],
): LinkedComplaint {
  const known = Object.keys(words.properties(error))
  if (known.length === 0) return unfitKey(path, key, error, words)
  const joined = joinedTo(key, known)
  if (joined !== undefined) return withoutSpace(path, key, joined)
  const choice = { ...chooseFrom(key, known), ...otherFix(path, key, error.data, known) }
  const suggestion = nearest(key, missing) ?? choice.suggestion
  return {
    rule: 'schema/unknown-key',
    path: [...path, key],
    at: 'key',
    wrong: `the key "${key}" is not known here${lookAlikes(key)}`,
    ...choice,
    ...(suggestion !== undefined && {
      suggestion,
      fix: `did you mean "${suggestion}"?`,
      blames: [path, [suggestion]],
    }),
  }
}

/** What a key that looks like none that is known is, if its value or its neighbours tell. */
function otherFix(
  path: Path,
  key: string,
  data: unknown,
  known: readonly string[],
): { readonly fix: string } | undefined {
  const mapping = tableOf(data)
  if (nearest(key, known) !== undefined) return undefined
  const within = Object.keys(tableOf(mapping[key]))
  if (within.length > 0 && within.every((one) => known.includes(one)))
    return { fix: `if it belongs beside ${name(path)}, indent it as far as that` }
  const keys = Object.keys(mapping)
  const before = keys[keys.indexOf(key) - 1]
  const value = before === undefined ? undefined : mapping[before]
  if (mapping[key] !== null || typeof value !== 'string') return undefined
  return { fix: `if it goes on with "${before}", put both in brackets: [${value}, ${key}]` }
}

/** A known key that a text begins with, and its value behind a colon without a space, or behind a space without a colon. */
function joinedTo(text: string, known: readonly string[]): string | undefined {
  const [, key = '', value = ''] = /^([^:：\s]*)[:：\s]\s*(.+)$/.exec(text) ?? []
  return known.includes(key) ? `${key}: ${value}` : undefined
}

function withoutSpace(path: Path, key: string, suggestion: string): LinkedComplaint {
  return {
    rule: 'schema/unknown-key',
    path: [...path, key],
    at: 'key',
    wrong: `"${key}" reads as one key without a value${lookAlikes(key)}`,
    expected: '"key: value", with a colon and a space between the two',
    suggestion,
    fix: `did you mean "${suggestion}"?`,
    blames: [path, [suggestion.slice(0, suggestion.indexOf(':'))]],
  }
}

/** A key of a table that is not of the form that its keys have. */
function unfitKey(path: Path, key: string, error: ErrorObject, words: SchemaWords): LinkedComplaint {
  const patterns = keyPatterns(error).map((pattern) => new RegExp(pattern, 'u'))
  const suggestion = mend(key, (text) => patterns.some((pattern) => pattern.test(text)))?.text
  return {
    rule: 'schema/key-form',
    path: [...path, key],
    at: 'key',
    wrong: `${shown(key)} won't do as a key here${lookAlikes(key)}`,
    expected: words.keyForm(error),
    ...(suggestion !== undefined && { suggestion }),
    fix: suggestion === undefined ? 'rename it' : `did you mean "${suggestion}"?`,
  }
}

/**
 * A key that must not stand where it does: another key forbids it, or one lacks the value that it goes with.
 *
 * @param conditions - the objections of `if` in the same document.
 */
export function outOfPlace(
  path: Path,
  error: ErrorObject,
  conditions: readonly ErrorObject[],
): LinkedComplaint {
  const condition = conditionOf(error, conditions)
  const base = { rule: 'schema/out-of-place', path, at: 'key' } as const
  if (condition === undefined)
    return {
      ...base,
      wrong: `${name(path)} does not belong here`,
      expected: 'the other keys alone',
      fix: 'take it out',
    }
  const { key, value, forbids } = condition
  const other = value === undefined ? key : `${key}: ${value}`
  const parent = path.slice(0, -1)
  const follows = [parent, [key]] as const
  if (!forbids) {
    const fix = `take it out, or write "${other}"`
    return {
      ...base,
      wrong: `${name(path)} goes with "${other}" only`,
      expected: `"${other}" beside it`,
      fix,
      follows,
    }
  }
  return {
    ...base,
    wrong: `${name(path)} can't stand beside "${other}"`,
    expected: `"${other}" or ${name(path)}, not both`,
    fix: 'keep one of the two',
    also: [{ path: [...parent, key], at: 'key', says: `"${other}" stands here` }],
    follows,
  }
}

/** The key, or the value of it, that decides whether another key may stand beside it. */
interface Condition {
  readonly key: string
  readonly value?: string
  /** Whether it stands there and forbids the other, rather than that the other needs it. */
  readonly forbids: boolean
}

function conditionOf(error: ErrorObject, conditions: readonly ErrorObject[]): Condition | undefined {
  const [, beside] = /\/dependencies\/([^/]+)\/properties\/[^/]+\/false schema$/.exec(error.schemaPath) ?? []
  if (beside !== undefined) return { key: beside, forbids: true }
  const cut = error.instancePath.lastIndexOf('/')
  const [mapping, forbidden] = [error.instancePath.slice(0, cut), error.instancePath.slice(cut + 1)]
  for (const { instancePath, parentSchema, params } of conditions) {
    const branch = String(params['failingKeyword'])
    const isWhy = tableOf(tableOf(parentSchema?.[branch])['properties'])[forbidden] === false
    const [first] = Object.entries(tableOf(tableOf(parentSchema?.['if'])['properties']))
    if (instancePath !== mapping || !isWhy || first === undefined) continue
    const [key, asked] = first
    const value = tableOf(asked)['const']
    return { key, ...(value !== undefined && { value: String(value) }), forbids: branch === 'then' }
  }
  return undefined
}
