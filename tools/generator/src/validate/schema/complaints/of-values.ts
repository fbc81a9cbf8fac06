/** Values that are not among those allowed, of another form or size, or that stand twice. */
import type { ErrorObject } from 'ajv'
import { tableOf } from '../../../collections/table.js'
import type { Path } from '../../../load/source.js'
import { type Choice, choiceOf, chooseFrom } from '../../../report/nearest.js'
import { lookAlikes } from '../../meant/latin.js'
import { mend } from '../../meant/mend.js'
import type { LinkedComplaint } from './complaint.js'
import { name, shown } from './in-a-sentence.js'
import type { SchemaWords } from './schema-words.js'

/** A value at fault may be what the rest of its mapping is judged by. */
export function blame(path: Path): Pick<LinkedComplaint, 'blames'> {
  return { blames: [path.slice(0, -1), [String(path.at(-1) ?? '')]] }
}

/** A value that is none of those allowed, or not the only one. */
export function notOneOf(path: Path, error: ErrorObject, words: SchemaWords): LinkedComplaint {
  const values: readonly unknown[] = error.keyword === 'const' ? [error.schema] : [error.schema].flat()
  const allowed = values.map(String)
  const [wrong, choice] =
    error.data === null
      ? ['nothing stands here', { expected: choiceOf(allowed), fix: 'write it after the colon' }]
      : error.data === false && values.includes(true)
        ? [
            `${name(path)} is never false: where it does not hold, it is left out`,
            { expected: choiceOf(allowed), fix: 'take it out' },
          ]
        : [`${words.shown(error)} is not known here`, oneOf(words.written(error), allowed)]
  return {
    rule: 'schema/value',
    path,
    at: 'value',
    wrong,
    ...choice,
    ...blame(path),
  }
}

/** The value that was meant may go on from what stands there (`any`). */
function oneOf(word: string, allowed: readonly string[]): Choice {
  const choice = chooseFrom(word, allowed)
  const [suggestion, ...others] = allowed.filter((value) => value.startsWith(`${word}_`))
  const isClear = choice.suggestion === undefined && others.length === 0
  if (suggestion === undefined || !isClear) return choice
  return { ...choice, suggestion, fix: `did you mean "${suggestion}"?` }
}

export function wrongForm(path: Path, error: ErrorObject, words: SchemaWords): LinkedComplaint {
  const data = String(error.data)
  const pattern = new RegExp(String(error.schema), 'u')
  const mended = mend(data, (text) => pattern.test(text), words.examples(error.parentSchema))
  return {
    rule: 'schema/form',
    path,
    at: 'value',
    wrong: data === '' ? 'this text is empty' : `${shown(data)} is not of the right form${lookAlikes(data)}`,
    expected: words.form(error),
    ...(mended && { suggestion: mended.text }),
    fix: mended?.order ?? apart(data, pattern) ?? 'write it in this form',
  }
}

/** Several texts in one, as a header has them. */
function apart(text: string, pattern: RegExp): string | undefined {
  const items = text.split(/ - /)
  if (items.length > 1 && items.every((item) => pattern.test(item)))
    return 'if several are meant, indent the dash of each as far as that of the first'
  const parts = text.split(/[\s,]+/).filter((part) => part !== '')
  if (parts.length < 2 || parts.length > 9 || !parts.every((part) => pattern.test(part))) return undefined
  return `if several are meant, write a list of them: [${parts.join(', ')}]`
}

export function twice(path: Path, { params, data }: ErrorObject): LinkedComplaint {
  const [one, other] = [Number(params['i']), Number(params['j'])]
  const [first, second] = [Math.min(one, other), Math.max(one, other)]
  const value: unknown = Array.isArray(data) ? data[second] : undefined
  return {
    rule: 'schema/twice',
    path: [...path, second],
    at: 'value',
    wrong: `${shown(value)} stands twice in this list`,
    expected: 'each value of a list once',
    fix: 'take it out',
    also: [{ path: [...path, first], at: 'value', says: 'the first stands here' }],
  }
}

/** A value that fits none of several forms, or more than one: where each form has a key of its own, it is told by these. */
export function choice(path: Path, error: ErrorObject, words: SchemaWords): LinkedComplaint {
  const keys = words.requiredByForms(error)
  if (keys.length === 0) return noForm(path, error, words)
  const listed = keys.map((key) => `"${key}"`).join(', ')
  const [, beside] = /\/dependencies\/([^/]+)\//.exec(error.schemaPath) ?? []
  return Array.isArray(error.params['passingSchemas'])
    ? severalOf(path, keys, listed, error)
    : {
        rule: 'schema/choice',
        path,
        at: 'key',
        wrong: `${name(path)} has none of ${listed}`,
        expected: `at least one of these keys${beside === undefined ? '' : `, beside "${beside}"`}`,
        fix: `add one of them${beside === undefined ? '' : `, or take "${beside}" out`}`,
        follows: [path, beside === undefined ? keys : [...keys, beside]],
      }
}

function noForm(path: Path, error: ErrorObject, words: SchemaWords): LinkedComplaint {
  return {
    rule: 'schema/choice',
    path,
    at: 'value',
    wrong:
      error.data === null
        ? 'nothing stands here'
        : `${shown(error.data)} fits none of the forms that can stand here`,
    expected: words.meaning(error.parentSchema) ?? 'one of the forms that the schema has',
    fix:
      error.data === null
        ? 'write a value after the colon, or put a text with brackets in quotes'
        : 'write one of these forms',
  }
}

function severalOf(
  path: Path,
  keys: readonly string[],
  listed: string,
  { data }: ErrorObject,
): LinkedComplaint {
  const held = Object.keys(tableOf(data)).filter((key) => keys.includes(key))
  const [first = path, second = path] = held.map((key) => [...path, key])
  return {
    rule: 'schema/choice',
    path: second,
    at: 'key',
    wrong: `${name(path)} has more than one of ${listed}`,
    expected: 'one of these keys',
    fix: 'keep one of them',
    also: [{ path: first, at: 'key', says: 'the first stands here' }],
  }
}

export function beyondLimit(path: Path, error: ErrorObject, words: SchemaWords): LinkedComplaint {
  const { wrong, expected, fix } = limit(path, String(error.params['limit']), error, words.shown(error))
  return {
    rule: 'schema/limit',
    path,
    at: 'value',
    wrong,
    expected: words.with(expected, error.parentSchema),
    fix,
  }
}

function limit(
  path: Path,
  bound: string,
  { keyword, message }: ErrorObject,
  value: string,
): Record<'wrong' | 'expected' | 'fix', string> {
  switch (keyword) {
    case 'minItems':
    case 'minProperties': {
      const what = keyword === 'minItems' ? 'item' : 'key'
      return {
        wrong: `there ${bound === '1' ? 'is nothing' : `are too few ${what}s`} in ${name(path)}`,
        expected: bound === '1' ? `at least one ${what}` : `at least ${bound} ${what}s`,
        fix: `write ${bound === '1' ? 'one' : 'more'} into it`,
      }
    }
    case 'minimum':
      return {
        wrong: `${value} is too small`,
        expected: `at least ${bound}`,
        fix: `write ${bound} or more`,
      }
    case 'maximum':
      return {
        wrong: `${value} is too large`,
        expected: `at most ${bound}`,
        fix: `write ${bound} or less`,
      }
    default:
      return {
        wrong: `${value} won't do here`,
        expected: `it ${message ?? 'must fit the schema'}`,
        fix: 'correct it',
      }
  }
}
