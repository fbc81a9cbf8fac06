import { type Place, wholeFile } from '../report/fault.js'
import type { Change } from './plan.js'

/** The first line of a file that is not as it should be, and the one that should stand there. */
export function differsAt({ path, before = '', after = '' }: Change): {
  readonly place: Place
  readonly expected: string
} {
  const [is, should] = [before.split('\n'), after.split('\n')]
  const at = Math.max(
    0,
    is.findIndex((line, index) => line !== should[index]),
  )
  const text = is[at] ?? ''
  const place = { ...wholeFile(path), line: at + 1, width: Math.max(1, text.length), text }
  return { place, expected: should[at]?.trim() || 'nothing more' }
}
