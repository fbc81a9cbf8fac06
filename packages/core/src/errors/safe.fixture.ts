/** What every error must be, and all the ways in which a value can be looked at. */
import { inspect } from 'node:util'
import { expect } from 'vitest'
import { LinodeLoginError } from './errors.js'

/** Everything that a log, a console or an error tracker could show of a value. */
export function shownOf(value: unknown): string {
  const causes = value instanceof Error ? [value.message, value.stack, shownCause(value)] : []
  const inspected = [
    {},
    { showHidden: true },
    { getters: true },
    { showHidden: true, getters: true, depth: 20 },
    { showHidden: true, getters: true, customInspect: false, showProxy: true },
  ]
  return [
    String(value),
    JSON.stringify(value),
    ...inspected.map((options) => inspect(value, options)),
    ...readByName(value),
    ...causes,
  ].join('\n')
}

/**
 * What a test runner or an error tracker finds that reads every name which an object and its prototypes list.
 */
function readByName(value: unknown): string[] {
  const found: string[] = []
  let prototype = value
  while (typeof prototype === 'object' && prototype !== null && prototype !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(prototype))
      found.push(inspect(Reflect.get(Object(value), name)))
    prototype = Object.getPrototypeOf(prototype)
  }
  return found
}

function shownCause(error: Error): string {
  return error.cause === undefined ? '' : shownOf(error.cause)
}

/** What the work rejects with, known to be one of our errors that shows none of the secrets. */
export async function failure(
  work: Promise<unknown>,
  secrets: readonly string[] = [],
): Promise<LinodeLoginError> {
  const error: unknown = await work.then(
    () => expect.fail('expected an error'),
    (reason: unknown) => reason,
  )
  if (!LinodeLoginError.is(error)) throw error
  expect(error.code).toMatch(/^[a-z_]+$/)
  expect(error.operation).toMatch(/^[a-z-]+$/)
  const shown = shownOf(error)
  for (const secret of secrets) expect(shown).not.toContain(secret)
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  return error
}
