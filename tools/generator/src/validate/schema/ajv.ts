import { createRequire } from 'node:module'
import type { Ajv, Options } from 'ajv'

const require = createRequire(import.meta.url)

/** Loads ajv, which a run whose judges were kept never needs. */
export function newAjv(options: Options): Ajv {
  const ajv: typeof import('ajv') = require('ajv')
  return new ajv.Ajv(options)
}
