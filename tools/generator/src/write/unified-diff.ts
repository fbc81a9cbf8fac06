import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { Change } from './plan.js'

/** The changes as a patch that would make them. */
export function unifiedDiff(changes: readonly Change[]): string {
  return changes.map(patchOf).join('')
}

/** Beyond so many changed lines the shortest difference takes seconds to find, and nobody reads it. */
const MAX_CHANGED_LINES = 4000

function patchOf({ path, before, after }: Change): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`
  const to = after === undefined ? '/dev/null' : `b/${path}`
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY, maxEditLength: MAX_CHANGED_LINES }
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, options)
  return patch ?? `--- ${from}\n+++ ${to}\n(more than ${MAX_CHANGED_LINES} lines differ)\n`
}
