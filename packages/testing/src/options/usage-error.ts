/** What is thrown when a test uses the fake server wrongly. */

/** An option, a name or a value that the fake server can't be used with. Thrown where it is handed in. */
export class UsageError extends TypeError {
  /** Always `UsageError`. */
  override readonly name = 'UsageError'
  /** Always `usage_error`. */
  readonly code = 'usage_error'
  /** Which option or argument, as the test writes it. */
  readonly option: string
  /** What it should have been, in words that fit after "expected". */
  readonly expected: string

  /**
   * @param where - the call that it was handed to: `FakeLogin.start`
   * @param option - which option or argument
   * @param expected - what it should have been
   * @param problem - what is wrong, as a sentence that holds no secret
   */
  constructor(where: string, option: string, expected: string, problem = `${option} must be ${expected}`) {
    super(`${where}: ${problem}`)
    this.option = option
    this.expected = expected
  }
}
