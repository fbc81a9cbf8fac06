/** Keys that are missing, not known, or out of place. */
import type { ErrorObject } from 'ajv'
import type { Path } from '../../load/source.js'
import { chooseFrom, nearest } from '../../report/nearest.js'
import { lookAlikes } from '../meant/latin.js'
import { mend } from '../meant/mend.js'
import type { Condition } from './conditions.js'
import { name, shown } from './in-a-sentence.js'
import type { SchemaComplaint } from './schema-complaint.js'
import { keyPatterns, type SchemaWords } from './schema-words.js'

export function missingKey(path: Path, key: string, error: ErrorObject, words: SchemaWords): SchemaComplaint {
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

export function unknownKey(
  path: Path,
  key: string,
  error: ErrorObject,
  words: SchemaWords,
  missing: readonly string[],
): SchemaComplaint {
  const at = { path: [...path, key], at: 'key' } as const
  const known = Object.keys(words.properties(error))
  if (known.length > 0) {
    const meant = nearest(key, missing)
    const choice = chooseFrom(key, known)
    const words =
      meant === undefined ? choice : { ...choice, suggestion: meant, fix: `did you mean "${meant}"?` }
    const { suggestion } = words
    const blames = suggestion === undefined ? {} : { blames: [path, [suggestion]] as const }
    return {
      rule: 'schema/unknown-key',
      ...at,
      wrong: `the key "${key}" is not known here`,
      ...words,
      ...blames,
    }
  }
  const wrong = `${shown(key)} won't do as a key here${lookAlikes(key)}`
  const patterns = keyPatterns(error).map((pattern) => new RegExp(pattern, 'u'))
  const mended = mend(key, (text) => patterns.some((pattern) => pattern.test(text)))
  const expected = words.keyForm(error)
  if (mended === undefined) return { rule: 'schema/key-form', ...at, wrong, expected, fix: 'rename it' }
  const { text: suggestion } = mended
  return { rule: 'schema/key-form', ...at, wrong, expected, suggestion, fix: `did you mean "${suggestion}"?` }
}

export function outOfPlace(path: Path, condition: Condition | undefined): SchemaComplaint {
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
