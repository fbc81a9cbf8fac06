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
  const property: unknown = error.params['property']
  const beside = typeof property === 'string' && error.keyword === 'dependencies' ? property : undefined
  const meaning = words.meaning(words.properties(error)[key])
  return {
    rule: 'schema/missing-key',
    path: beside === undefined ? path : [...path, beside],
    at: 'key',
    wrong:
      beside === undefined ? `${name(path)} has no "${key}"` : `"${beside}" stands here without "${key}"`,
    expected: meaning === undefined ? `"${key}" beside what stands here` : `"${key}". ${meaning}`,
    fix: `add "${key}"`,
    follows: [path, [key]],
  }
}

/**
 * A key that a mapping does not know, or that a table can't have.
 *
 * @param missing the keys that the mapping lacks: one of them was meant more likely than one that stands there.
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
  const choice = chooseFrom(key, known)
  const suggestion = nearest(key, missing) ?? choice.suggestion
  return {
    rule: 'schema/unknown-key',
    path: [...path, key],
    at: 'key',
    wrong: `the key "${key}" is not known here`,
    ...choice,
    ...(suggestion !== undefined && {
      suggestion,
      fix: `did you mean "${suggestion}"?`,
      blames: [path, [suggestion]],
    }),
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
 * @param conditions the objections of `if` in the same document.
 */
export function outOfPlace(
  path: Path,
  error: ErrorObject,
  conditions: readonly ErrorObject[],
): LinkedComplaint {
  const condition = conditionOf(error, conditions)
  const base = { rule: 'schema/out-of-place', path, at: 'key' } as const
  if (condition === undefined)
    return { ...base, wrong: `${name(path)} does not belong here`, fix: 'take it out' }
  const { key, value } = condition
  const parent = path.slice(0, -1)
  const follows = [parent, [key]] as const
  if (value !== undefined) {
    const fix = `take it out, or write "${key}: ${value}"`
    const expected = `"${key}: ${value}" beside it`
    return { ...base, wrong: `${name(path)} goes with "${key}: ${value}" only`, expected, fix, follows }
  }
  const also = [{ path: [...parent, key], at: 'key', says: `"${key}" stands here` }] as const
  return {
    ...base,
    wrong: `${name(path)} can't stand beside "${key}"`,
    expected: `"${key}" or ${name(path)}, not both`,
    fix: 'keep one of the two',
    also,
    follows,
  }
}

/**
 * The key that decides whether another may stand beside it; with a value: the one that the other goes with.
 */
interface Condition {
  readonly key: string
  readonly value: string | undefined
}

/** What forbids a key. */
function conditionOf(error: ErrorObject, conditions: readonly ErrorObject[]): Condition | undefined {
  const [, beside] = /\/dependencies\/([^/]+)\/properties\/[^/]+\/false schema$/.exec(error.schemaPath) ?? []
  if (beside !== undefined) return { key: beside, value: undefined }
  const cut = error.instancePath.lastIndexOf('/')
  const [mapping, key] = [error.instancePath.slice(0, cut), error.instancePath.slice(cut + 1)]
  const condition = conditions.find(
    ({ instancePath, parentSchema, params }) =>
      instancePath === mapping && forbids(parentSchema, String(params['failingKeyword']), key),
  )
  const { properties, required } = tableOf(condition?.parentSchema?.['if'])
  const [first] = Object.entries(tableOf(properties))
  if (condition === undefined || first === undefined) return undefined
  const value = tableOf(first[1])['const']
  if (value !== undefined) return { key: first[0], value: String(value) }
  return Array.isArray(required) ? { key: String(required[0]), value: undefined } : undefined
}

function forbids(schema: unknown, branch: string, key: string): boolean {
  return tableOf(tableOf(tableOf(schema)[branch])['properties'])[key] === false
}
