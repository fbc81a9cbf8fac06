/** What the judges take of ajv, loaded when it is asked for: a run whose judges were kept needs no more than its version. */
import { createRequire } from 'node:module'
import type { Ajv, Options, ValidateFunction } from 'ajv'
import { type Table, tableOf } from '../../collections/table.js'

const require = createRequire(import.meta.url)

export function newAjv(options: Options): Ajv {
  const ajv: typeof import('ajv') = require('ajv')
  return new ajv.Ajv(options)
}

export function versionOfAjv(): string {
  return require('ajv/package.json').version
}

/** A judge as the code of a module; its schema must have been compiled with `code.source`. */
export function codeOf(ajv: Ajv, judge: ValidateFunction): string {
  const standalone: typeof import('ajv/dist/standalone/index.js') = require('ajv/dist/standalone')
  return standalone.default(ajv, judge)
}

/** The schema that schemas are judged by. */
export function draft7(): Table<unknown> {
  return tableOf(require('ajv/dist/refs/json-schema-draft-07.json'))
}
