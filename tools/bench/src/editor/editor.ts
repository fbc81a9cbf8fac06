/** What an editor asks of TypeScript about an app's code, whichever of its language servers answers. */
export interface Editor extends AsyncDisposable {
  /** Shows a file; what is asked later is asked of the file that was shown last. */
  open(file: string, text: string): void
  /** Puts another text in place of that of the file that was shown last, as typing does. */
  change(text: string): void
  /** Where the name at an offset is defined. */
  definition(offset: number): Promise<readonly Definition[]>
  /** What stands in the box over the name at an offset. */
  hover(offset: number): Promise<string>
  /** The parts of the text that are struck through. */
  struckThrough(): Promise<readonly string[]>
  /** The errors of types in the file that was shown last, as the files on the disk make them now. */
  errors(): Promise<readonly string[]>
  /** What can be written at an offset, and whether it is struck through in the list. */
  completions(offset: number): Promise<ReadonlyMap<string, boolean>>
}

/** A definition: what is shown of it, and in that its name, which is marked. */
export interface Definition {
  readonly file: string
  readonly whole: Range
  readonly name: Range
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

/** A line and a column, counted from 0. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** The position of an offset. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
