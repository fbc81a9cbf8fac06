import type { ErrorObject } from 'ajv'
import type { Path } from '../load/source.js'
import { chooseFrom } from '../report/nearest.js'
import type { Complaint } from './rule.js'
import { SchemaWords } from './schema-words.js'

/** A complaint about the document at hand. */
export type SchemaComplaint = Omit<Complaint, 'part'>

/** What ajv found, in words for the person who wrote the document. */
export function complaintsOf(errors: readonly ErrorObject[], schema: unknown): readonly SchemaComplaint[] {
  const words = new SchemaWords(schema)
  const complaints = errors.map((error) => complaintOf(error, words))
  return [
    ...new Map(
      complaints.map((complaint) => [JSON.stringify([complaint.path, complaint.wrong]), complaint]),
    ).values(),
  ]
}

function complaintOf(error: ErrorObject, words: SchemaWords): SchemaComplaint {
  const path = pathOf(error.instancePath)
  const params: Readonly<Record<string, unknown>> = error.params
  switch (error.keyword) {
    case 'required':
    case 'dependencies':
    case 'dependentRequired':
      return missing(path, String(params['missingProperty']), error, words)
    case 'additionalProperties':
      return unknownKey(path, String(params['additionalProperty']), error, words)
    case 'false schema':
      return { path, at: 'key', wrong: `${name(path)} does not belong here`, fix: 'take it out' }
    case 'enum':
      return notOneOf(path, error)
    case 'type':
      return wrongType(path, String(params['type']), error, words)
    case 'pattern':
      return {
        path,
        at: 'value',
        wrong: `${shown(error.data)} is not of the right form`,
        fix: words.form(error),
      }
    case 'anyOf':
    case 'oneOf':
      return choice(path, error, words)
    default:
      return { path, at: 'value', wrong: `${shown(error.data)} won't do here`, fix: words.limit(error) }
  }
}

function missing(path: Path, key: string, error: ErrorObject, words: SchemaWords): SchemaComplaint {
  return {
    path,
    at: 'key',
    wrong: `${name(path)} has no "${key}"`,
    fix: words.with('add it', words.properties(error)[key]),
  }
}

function unknownKey(path: Path, key: string, error: ErrorObject, words: SchemaWords): SchemaComplaint {
  const known = Object.keys(words.properties(error))
  const fix = known.length > 0 ? chooseFrom(key, known) : words.keyForm(error)
  return { path: [...path, key], at: 'key', wrong: `the key "${key}" is not known here`, fix }
}

function notOneOf(path: Path, error: ErrorObject): SchemaComplaint {
  const allowed = (Array.isArray(error.schema) ? error.schema : []).map(String)
  return {
    path,
    at: 'value',
    wrong: `${shown(error.data)} is not known here`,
    fix: chooseFrom(String(error.data), allowed),
  }
}

function wrongType(path: Path, type: string, error: ErrorObject, words: SchemaWords): SchemaComplaint {
  const wanted = words.typeName(type)
  const needsQuotes = type === 'string' && (typeof error.data === 'number' || typeof error.data === 'boolean')
  const fix = needsQuotes ? 'put it in quotes' : words.with(`write ${wanted}`, error.parentSchema)
  return { path, at: 'value', wrong: `${wanted} is expected here, not ${shown(error.data)}`, fix }
}

/** A choice that names the keys of each form is told by these keys. */
function choice(path: Path, error: ErrorObject, words: SchemaWords): SchemaComplaint {
  const keys = words.requiredByForms(error)
  if (keys.length === 0) {
    const fix = words.with('write one of the forms that fit', error.parentSchema)
    return {
      path,
      at: 'value',
      wrong: `${shown(error.data)} fits none of the forms that can stand here`,
      fix,
    }
  }
  const listed = keys.map((key) => `"${key}"`).join(', ')
  return Array.isArray(error.params['passingSchemas'])
    ? { path, at: 'key', wrong: `${name(path)} has more than one of ${listed}`, fix: 'keep one of them' }
    : { path, at: 'key', wrong: `${name(path)} has none of ${listed}`, fix: 'add one of them' }
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function name(path: Path): string {
  return path.length === 0 ? 'the file' : `"${path.at(-1)}"`
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : String(value)
}
