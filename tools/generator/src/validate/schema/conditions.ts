/**
 * Why a key must not stand where it does: another key forbids it, or one lacks the value that it goes with.
 */
import type { ErrorObject } from 'ajv'
import { tableOf } from '../../collections/table.js'

/**
 * The key that decides whether another may stand beside it; with a value: the one that the other goes with.
 */
export interface Condition {
  readonly key: string
  readonly value: string | undefined
}

/**
 * What forbids a key.
 *
 * @param error the objection to the key.
 * @param conditions the objections of `if` in the same document.
 */
export function conditionOf(error: ErrorObject, conditions: readonly ErrorObject[]): Condition | undefined {
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
