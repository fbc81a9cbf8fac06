/** What a mistake behind an objection of the reader is told by. */
import type { YAMLError } from 'yaml'
import type { Fault } from '../report/fault.js'
import type { Text } from './text.js'

/** A stretch of a text, by its offsets. */
export type Range = readonly [from: number, to: number]

/** What is wrong, in words. */
export interface Mistake extends Pick<Fault, 'wrong' | 'expected' | 'fix' | 'suggestion'> {
  /** What the words are about; left out, it is what the reader points at. */
  readonly range?: Range
}

/** Finds the mistake behind an objection. */
export type MistakeOf = (error: YAMLError, text: Text) => Mistake
