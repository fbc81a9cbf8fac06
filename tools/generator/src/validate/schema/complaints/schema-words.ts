/** Words for people that stand in a schema. */
import type { ErrorObject } from 'ajv'
import { type Table, tableOf } from '../../../collections/table.js'
import { shown } from './in-a-sentence.js'

/** The text that a value of one line was read from, by ajv's pointer to it. */
export type Written = (pointer: string) => string | undefined

/**
 * What a JSON Schema tells its readers: its descriptions, found through `$ref`, are the best help there is.
 */
export class SchemaWords {
  readonly #root: unknown
  readonly #written: Written

  /** @param written - left out, values are told as they were understood. */
  constructor(root: unknown, written: Written = () => undefined) {
    this.#root = root
    this.#written = written
  }

  /** A value as a text; a number and the like as it stands in the file, where `4.240` is another version than `4.24`. */
  written({ data, instancePath }: ErrorObject): string {
    return (isPlain(data) ? this.#written(instancePath) : undefined) ?? String(data)
  }

  /** A value as it is named in a sentence. */
  shown(error: ErrorObject): string {
    return isPlain(error.data) ? this.written(error) : shown(error.data)
  }

  /** Some words, and what a part of the schema says it is for. */
  with(words: string, schema: unknown): string {
    const meaning = this.meaning(schema)
    return meaning === undefined ? words : `${words}. ${meaning}`
  }

  /** What a part of the schema says it is for, without its full stop. */
  meaning(schema: unknown): string | undefined {
    const { description, $ref: reference } = tableOf(schema)
    if (typeof description === 'string') return description.replace(/\.$/, '')
    return typeof reference === 'string' ? this.meaning(this.#target(reference)) : undefined
  }

  /** What a text must look like. */
  form(error: ErrorObject): string {
    return this.#formOf(error.parentSchema, [String(error.schema)])
  }

  /** What the keys of a table must look like. */
  keyForm(error: ErrorObject): string {
    const keys = tableOf(error.parentSchema?.['propertyNames'])
    const described = 'description' in keys ? keys : { ...error.parentSchema, ...keys }
    return this.#formOf(described, keyPatterns(error))
  }

  /** The keys that a mapping may have. */
  properties(error: ErrorObject): Table<unknown> {
    return tableOf(error.parentSchema?.['properties'])
  }

  /** The keys that tell the forms of a choice apart, each form asking for one. */
  requiredByForms({ schema }: ErrorObject): readonly string[] {
    const forms: readonly unknown[] = Array.isArray(schema) ? schema : []
    const keys = forms.flatMap((form) => {
      const required = tableOf(form)['required']
      return Array.isArray(required) && required.length === 1 ? [String(required[0])] : []
    })
    return keys.length === forms.length ? keys : []
  }

  /** A type in plain words. */
  typeName(type: string): string {
    return typeNames[type] ?? type
  }

  /** A part's meaning, with examples if it has some; what they must match is the last resort. */
  #formOf(schema: unknown, patterns: readonly string[]): string {
    const meaning = this.meaning(schema)
    const examples = this.examples(schema)
    if (examples.length > 0)
      return `${meaning ?? 'a text'}, like ${examples.map((one) => `"${one}"`).join(' or ')}`
    const form = `${meaning === undefined ? 'what' : 'it'} matches ${patterns.join(' or ')}`
    return meaning === undefined ? form : `${meaning}; ${form}`
  }

  /** Texts of the form, as they are usually written. */
  examples(schema: unknown): readonly string[] {
    const { examples, $ref: reference } = tableOf(schema)
    if (Array.isArray(examples)) return examples.map(String)
    return typeof reference === 'string' ? this.examples(this.#target(reference)) : []
  }

  #target(reference: string): unknown {
    return reference
      .split('/')
      .slice(1)
      .reduce((at: unknown, step) => tableOf(at)[step], this.#root)
  }
}

/** Whether a value is one that can be written in several ways. */
export function isPlain(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

/** The patterns that the keys of a table may match. */
export function keyPatterns({ parentSchema }: ErrorObject): readonly string[] {
  return Object.keys(tableOf(parentSchema?.['patternProperties']))
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'nothing',
}
