/** The access token in a header. */

const bearer = /^bearer +([\w.~+/-]+=*) *$/i

/** The token that an `Authorization` header shows (RFC 6750 §2.1); nothing where it shows none. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return bearer.exec(authorization ?? '')?.[1]
}
