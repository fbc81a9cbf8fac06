/** Who signs in. */
export interface User {
  /** The name that the user signs in with. */
  readonly username: string
  /** The user's e-mail address. */
  readonly email: string
}
