import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { Change } from './plan.js'

/** Beyond so many changed lines the shortest difference takes seconds to find, and nobody reads it. */
const MAX_CHANGED_LINES = 4000

/** The changes as a patch that would make them. */
export function unifiedDiff(changes: readonly Change[], most: number = MAX_CHANGED_LINES): string {
  return changes.map((change) => patchOf(change, most)).join('')
}

function patchOf({ path, before, after }: Change, maxEditLength: number): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`
  const to = after === undefined ? '/dev/null' : `b/${path}`
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY, maxEditLength }
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, options)
  return patch ?? `--- ${from}\n+++ ${to}\n(more than ${maxEditLength} lines differ)\n`
}
