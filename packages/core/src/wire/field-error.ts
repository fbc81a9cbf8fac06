/** The error of a field, which the errors of the client are made from. */

/** What can be wrong with a field of a message. */
export type FieldProblem = 'missing' | 'repeated' | 'malformed' | 'contradictory'

/** A field that can't be accepted. It names the field and what was expected, never the value that came. */
export class FieldError extends Error {
  /** The name of the class, which survives minifying. */
  override readonly name = 'FieldError'
  /** The field's name, as the message writes it. */
  readonly field: string
  /** What is wrong with it. */
  readonly problem: FieldProblem
  /** What it should have been, in words that fit after "expected". */
  readonly expected: string

  constructor(field: string, problem: FieldProblem, expected: string) {
    super(`${field} is ${problem}: expected ${expected}`)
    this.field = field
    this.problem = problem
    this.expected = expected
  }
}
