import type { ErrorObject } from 'ajv'

type Table = Readonly<Record<string, unknown>>

/** What a JSON Schema tells its readers: its descriptions, found through `$ref`, are the best help there is. */
export class SchemaWords {
  readonly #root: unknown

  constructor(root: unknown) {
    this.#root = root
  }

  /** An order, and what a part of the schema says it is for. */
  with(order: string, schema: unknown): string {
    const meaning = this.#described(schema)
    return meaning === undefined ? order : `${order}. ${meaning}`
  }

  /** What a text must look like. */
  form(error: ErrorObject): string {
    return this.with(`match ${String(error.schema)}`, error.parentSchema)
  }

  /** What a key must look like. */
  keyForm(error: ErrorObject): string {
    const patterns = Object.keys(table(error.parentSchema?.['patternProperties']))
    const order = patterns.length === 0 ? 'take it out' : `write a key that matches ${patterns.join(' or ')}`
    return this.with(order, error.parentSchema)
  }

  /** What else the schema asks for, as ajv puts it. */
  limit(error: ErrorObject): string {
    return this.with(`it ${error.message ?? 'must fit the schema'}`, error.parentSchema)
  }

  /** The keys that a mapping may have. */
  properties(error: ErrorObject): Table {
    return table(error.parentSchema?.['properties'])
  }

  /** The keys that tell the forms of a choice apart, each form asking for one. */
  requiredByForms({ schema }: ErrorObject): readonly string[] {
    const forms: readonly unknown[] = Array.isArray(schema) ? schema : []
    const keys = forms.flatMap((form) => {
      const required = table(form)['required']
      return Array.isArray(required) && required.length === 1 ? [String(required[0])] : []
    })
    return keys.length === forms.length ? keys : []
  }

  /** A type in plain words. */
  typeName(type: string): string {
    return typeNames[type] ?? type
  }

  #described(schema: unknown): string | undefined {
    const { description, $ref: reference } = table(schema)
    if (typeof description === 'string') return description.replace(/\.$/, '')
    return typeof reference === 'string' ? this.#described(this.#target(reference)) : undefined
  }

  #target(reference: string): unknown {
    return reference
      .split('/')
      .slice(1)
      .reduce((at: unknown, step) => table(at)[step], this.#root)
  }
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

function table(value: unknown): Table {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
