/**
 * What else is no YAML behind the first fault of a file. There the reader is out of step, so each entry that
 * follows is read by itself: what begins at the margin, or two spaces from it in a section of such entries.
 * Of each the first fault counts, for the same reason.
 */

import { LineCounter, parseDocument } from 'yaml'
import type { Fault, Place } from '../report/fault.js'
import { syntaxFault } from './syntax.js'
import { textOf } from './text.js'

/** @param first - the line of the first fault. */
export function furtherFaults(file: string, written: string, first: number): readonly Fault[] {
  return piecesOf({ line: 1, text: written }, AT_MARGIN).flatMap((piece) => {
    if (piece.line > first) return faultsIn(file, piece)
    return entriesOf(piece)
      .filter(({ line }) => line > first)
      .flatMap((entry) => faultIn(file, entry) ?? [])
  })
}

/** A part of a file and the line that it begins in. */
interface Piece {
  readonly line: number
  readonly text: string
}

/**
 * Only what looks like a key begins a piece: the rest of a text or of a list in
 * brackets may stand there as well.
 */
const AT_MARGIN = /^(?=[\w"'][^\n]*:(?:\s|$))/m
const AT_TWO_SPACES = /^(?= {2}[\w"'][^\n]*:(?:\s|$))/m

/** A key at the margin whose value begins on another line. */
const SECTION = /^[^#\n]*: *(?:#.*)?\r?\n/

function piecesOf({ line, text }: Piece, beginning: RegExp): readonly Piece[] {
  let next = line
  return text.split(beginning).map((part) => {
    const piece = { line: next, text: part }
    next += part.split('\n').length - 1
    return piece
  })
}

function entriesOf(piece: Piece): readonly Piece[] {
  return SECTION.test(piece.text) ? piecesOf(piece, AT_TWO_SPACES).slice(1) : []
}

function faultsIn(file: string, piece: Piece): readonly Fault[] {
  const fault = faultIn(file, piece)
  if (fault === undefined) return []
  const further = entriesOf(piece).filter(({ line }) => line > fault.place.line)
  return [fault, ...further.flatMap((entry) => faultIn(file, entry) ?? [])]
}

function faultIn(file: string, { line, text }: Piece): Fault | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const fault = syntaxFault(document, textOf(file, text, lines))
  if (fault === undefined) return undefined
  const shifted = (place: Place): Place => ({ ...place, line: place.line + line - 1 })
  return {
    ...fault,
    place: shifted(fault.place),
    also: fault.also?.map((aside) => ({ ...aside, place: shifted(aside.place) })),
  }
}
