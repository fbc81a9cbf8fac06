import { readFileSync } from 'node:fs'
import type { Run, Suite } from './suites.js'

/** The list of what a login client must withstand, by id. */
export interface Rows {
  /** What holds today: each has a test that names it. */
  readonly promised: Readonly<Record<string, string>>
  /** What is still to be done. */
  readonly open: Readonly<Record<string, string>>
}

const list = 'tools/verify/conformance.json'

export function readRows(): Rows {
  return JSON.parse(readFileSync(new URL('../../conformance.json', import.meta.url), 'utf8'))
}

/** How many rows are promised, and how many of those a passing test names. */
export function conformance({ promised, open }: Rows, { suites, unreported }: Run): string {
  const ids = Object.keys(promised)
  const all = ids.length + Object.keys(open).length
  const passing = namedBy(suites, (status) => status === 'passed')
  const proven = ids.filter((id) => passing.has(id)).length
  return unreported.length > 0
    ? `conformance: not judged, since these have no report: ${unreported.join(', ')}`
    : `conformance: ${ids.length} of ${all} rows are promised, ${proven} of them have a passing test`
}

/**
 * What is wrong with the list, as the tests name its rows.
 *
 * A promised row whose test failed or was skipped is no fault of the list: the test is told itself.
 */
export function faultsOf({ promised, open }: Rows, { suites, unreported }: Run): readonly string[] {
  const named = namedBy(suites, () => true)
  const passing = namedBy(suites, (status) => status === 'passed')
  return [
    ...Object.entries(promised)
      .filter(([id]) => unreported.length === 0 && !named.has(id))
      .map(([id, words]) => `${id} (${words}) is promised in ${list}, and no test names it`),
    ...Object.keys(open)
      .filter((id) => passing.has(id))
      .map((id) => `${id} has a passing test: move it to the promised rows of ${list}`),
    ...[...named]
      .filter((id) => !Object.hasOwn(promised, id) && !Object.hasOwn(open, id))
      .map((id) => `${id} is named by a test, and ${list} has no such row`),
  ]
}

function namedBy(suites: readonly Suite[], counts: (status: string) => boolean): ReadonlySet<string> {
  return new Set(
    suites
      .flatMap(({ tests }) => tests)
      .filter(({ status }) => counts(status))
      .flatMap(({ name }) => name.match(/\b[A-Z]\d{1,2}\b/g) ?? []),
  )
}
