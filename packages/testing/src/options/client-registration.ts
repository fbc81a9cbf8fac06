/** How an app is registered, and what it is given. */

/** An app to register: one redirect URI or several. */
export type AppRegistration = {
  /** The name that a consent page shows; `Test app` if left out. */
  readonly label?: string | undefined
  /** Whether it is an app that can keep no secret: one in a browser, on a phone, on a command line. */
  readonly public?: boolean | undefined
} & (
  | { readonly redirectUri: string; readonly redirectUris?: undefined }
  | { readonly redirectUri?: undefined; readonly redirectUris: readonly [string, ...string[]] }
)

/** What a confidential client is made with. */
export interface ConfidentialClient {
  /** Its `client_id`. */
  readonly clientId: string
  /** Its `client_secret`. */
  readonly clientSecret: string
}

/** What a public client is made with. It has no secret. */
export interface PublicClient {
  /** Its `client_id`. */
  readonly clientId: string
  /** Never there, so that both kinds spread into a client's options. */
  readonly clientSecret?: undefined
}
