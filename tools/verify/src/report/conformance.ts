import { readFileSync } from 'node:fs'
import type { Suite } from './suites.js'

/** Which rows of `conformance.json` a passing test names, and which none does. */
export function conformance(suites: readonly Suite[]): {
  readonly proven: readonly string[]
  readonly unproven: readonly string[]
} {
  const rows: Record<string, string> = JSON.parse(
    readFileSync(new URL('../../conformance.json', import.meta.url), 'utf8'),
  )
  const named = new Set(
    suites
      .flatMap(({ tests }) => tests)
      .filter(({ status }) => status === 'passed')
      .flatMap(({ name }) => name.match(/\b[A-Z]\d{1,2}\b/g) ?? []),
  )
  const ids = Object.keys(rows)
  const strangers = [...named].filter((id) => !Object.hasOwn(rows, id))
  if (strangers.length > 0)
    throw new Error(`tests name rows that conformance.json lacks: ${strangers.join(' ')}`)
  return { proven: ids.filter((id) => named.has(id)), unproven: ids.filter((id) => !named.has(id)) }
}
