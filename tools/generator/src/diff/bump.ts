/** How big a release must be for what changed. */
import type { Change } from './change.js'

/** The sizes of a release, smallest first. */
export const bumps = ['none', 'patch', 'minor', 'major'] as const

export type Bump = (typeof bumps)[number]

/**
 * The smallest release that says enough. From 1.0.0 on: major when an app may break, minor when it may gain
 * something, patch for words. Before that a caret (`^0.3.1`) takes patches only, so that what breaks is a
 * minor and all else a patch.
 *
 * @param version - the version that was released last.
 */
export function bumpFor(changes: readonly Change[], version: string): Bump {
  if (changes.length === 0) return 'none'
  const isStable = !version.startsWith('0.')
  if (changes.some(({ breaks }) => breaks !== 'nothing')) return isStable ? 'major' : 'minor'
  return isStable && changes.some(({ kind }) => kind !== 'words') ? 'minor' : 'patch'
}

/** The size of a release, by the numbers of its version; a preview says as yet nothing of the release that follows. */
export function bumpBetween(version: string, next: string): Bump {
  const [older, newer] = [numbersOf(version), numbersOf(next)]
  const at = older.findIndex((number, index) => number !== newer[index])
  if (at < 0) return version.includes('-') ? 'major' : 'none'
  return (['major', 'minor', 'patch'] as const)[at] ?? 'none'
}

function numbersOf(version: string): readonly string[] {
  return version.replace(/[-+].*/, '').split('.')
}

/** The bigger of two. */
export function bigger(one: Bump, other: Bump): Bump {
  return bumps.indexOf(one) >= bumps.indexOf(other) ? one : other
}

/** Whether a release is as big as another or bigger. */
export function isEnough(bump: Bump, needed: Bump): boolean {
  return bigger(bump, needed) === bump
}
