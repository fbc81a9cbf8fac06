/** The check that nothing which can be looked at shows a secret. */
import { inspect } from 'node:util'
import { LinodeLoginError } from '@linode-login/node'
import { expect } from 'vitest'
import { secrets } from './secrets.fixture.js'

const LONGEST_MESSAGE = 1_000
const endless = {
  depth: Infinity,
  breakLength: Infinity,
  maxStringLength: Infinity,
  maxArrayLength: Infinity,
}

/** Everything that a console, a log or an error tracker could show of a value. */
export function shownOf(value: unknown): string {
  const own = typeof value === 'object' && value !== null ? { ...value } : value
  const inspected = [
    {},
    { showHidden: true },
    { getters: true },
    { showHidden: true, getters: true, ...endless },
    { showHidden: true, getters: true, customInspect: false, showProxy: true, ...endless },
  ]
  const views = [value, { value }, [own]].flatMap((view) =>
    inspected.map((options) => inspect(view, options)),
  )
  return [
    String(value),
    JSON.stringify(value),
    JSON.stringify(own),
    ...views,
    ...readByName(value),
    ...partsOf(value),
  ].join('\n')
}

/**
 * What a test runner or an error tracker finds that reads every name which an object and its prototypes list.
 */
function readByName(value: unknown): string[] {
  const found: string[] = []
  let listed = value
  while (typeof listed === 'object' && listed !== null && listed !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(listed))
      found.push(inspect(Reflect.get(Object(value), name)))
    listed = Object.getPrototypeOf(listed)
  }
  return found
}

function partsOf(value: unknown): string[] {
  if (!(value instanceof Error)) return []
  const behind = 'errors' in value && Array.isArray(value.errors) ? value.errors.map(shownOf) : []
  const cause = value.cause === undefined ? [] : [shownOf(value.cause)]
  return [value.name, value.message, value.stack ?? '', ...behind, ...cause]
}

/** The names of the secrets that stand in what a value shows: whole, percent-encoded, or half of one. */
export function leaksOf(value: unknown, known: Readonly<Record<string, string>> = secrets): string[] {
  const shown = shownOf(value)
  const traces = (secret: string): string[] => {
    const half = Math.max(8, Math.ceil(secret.length / 2))
    return [secret, encodeURIComponent(secret), secret.slice(0, half), secret.slice(-half)]
  }
  return Object.keys(known).filter((name) => traces(known[name]!).some((trace) => shown.includes(trace)))
}

/** What the work rejects with. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail('expected an error'),
    (reason: unknown) => reason,
  )
}

/** The error, known to be typed, with a stable code, short, on one line, and without a secret anywhere. */
export function safe(error: unknown, known?: Readonly<Record<string, string>>): LinodeLoginError {
  if (!LinodeLoginError.is(error)) throw error
  expect(error.code).toMatch(/^[a-z]+(?:_[a-z]+)*$/)
  expect(leaksOf(error, known)).toEqual([])
  expect(error.message.length).toBeLessThan(LONGEST_MESSAGE)
  expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(shownOf(error)).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}]/u)
  return error
}
