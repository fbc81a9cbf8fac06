/** ajv's errors as complaints, each in the words of its kind. */
import type { ErrorObject } from 'ajv'
import type { Path } from '../../../load/source.js'
import type { LinkedComplaint, SchemaComplaint } from './complaint.js'
import { missingKey, outOfPlace, unknownKey } from './of-keys.js'
import { wrongType } from './of-types.js'
import { beyondLimit, blame, choice, notOneOf, twice, wrongForm } from './of-values.js'
import { SchemaWords, type Written } from './schema-words.js'

/**
 * What ajv found, in words for the person who wrote the document: one complaint for one cause.
 *
 * @param conditions - the objections of `if`, which say why others were made.
 * @param written - tells what stands in the file; left out, values are told as they were understood.
 */
export function complaintsOf(
  errors: readonly ErrorObject[],
  schema: unknown,
  conditions: readonly ErrorObject[] = [],
  written?: Written,
): readonly SchemaComplaint[] {
  const words = new SchemaWords(schema, written)
  const missing = new Map<string, string[]>()
  for (const { instancePath, params } of errors) {
    const key: unknown = params['missingProperty']
    if (typeof key === 'string') missing.set(instancePath, [...(missing.get(instancePath) ?? []), key])
  }
  const ofValues = new Set(
    errors.filter(({ keyword }) => keyword === 'enum').map((error) => error.instancePath),
  )
  // What is none of the values that can stand somewhere need not be told to be of another type as well.
  const told = errors.filter(({ keyword, instancePath }) => keyword !== 'type' || !ofValues.has(instancePath))
  const complaints = told.map((error) =>
    complaintOf(error, words, missing.get(error.instancePath) ?? [], conditions),
  )
  const blamed = new Set(complaints.flatMap(({ blames }) => keysAt(blames)))
  return complaints
    .filter(({ follows }) => !keysAt(follows).some((key) => blamed.has(key)))
    .map(({ blames: _, follows: __, ...complaint }) => complaint)
}

function keysAt([at, keys]: readonly [Path, readonly string[]] = [[], []]): string[] {
  return keys.map((key) => JSON.stringify([...at, key]))
}

function complaintOf(
  error: ErrorObject,
  words: SchemaWords,
  missing: readonly string[],
  conditions: readonly ErrorObject[],
): LinkedComplaint {
  const path = pathOf(error.instancePath)
  const params: Readonly<Record<string, unknown>> = error.params
  switch (error.keyword) {
    case 'required':
    case 'dependencies':
      return missingKey(path, String(params['missingProperty']), error, words)
    case 'additionalProperties':
      return unknownKey(path, String(params['additionalProperty']), error, words, missing)
    case 'false schema':
      return outOfPlace(path, error, conditions)
    case 'const':
    case 'enum':
      return notOneOf(path, error, words)
    case 'type':
      return { rule: 'schema/type', path, at: 'value', ...wrongType(error, words), ...blame(path) }
    case 'pattern':
      return wrongForm(path, error, words)
    case 'uniqueItems':
      return twice(path, error)
    case 'anyOf':
    case 'oneOf':
      return choice(path, error, words)
    default:
      return beyondLimit(path, error, words)
  }
}

/** The path that a pointer of ajv's leads along. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
