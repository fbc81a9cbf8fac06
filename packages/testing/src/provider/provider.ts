/** A provider as data: the types of what the engine is built on. */

import type { Fields } from '@linode-login/core/internal'
import type { ScopeHierarchy } from '@linode-login/core/scopes'

/**
 * A provider as data: what `createAuthority` and the fake servers are built on, and all that they know of it.
 * The generator writes one from `spec/`.
 */
export interface Provider {
  /** As a consent page shows it; in lower case, part of the addresses of a fake without sockets. */
  readonly name: string
  /** Which texts are scopes and what they include. */
  readonly hierarchy: ScopeHierarchy
  /** What a consent page says of each scope, in the order it shows them. */
  readonly scopes: readonly ScopeText[]
  /** What the login server can be asked. */
  readonly endpoints: readonly Endpoint[]
  /** Every name under which a secret stands in a request or an answer: no record shows its value. */
  readonly secretParameters: readonly string[]
  /** How the token endpoint answers. */
  readonly tokenResponse: TokenResponseShape
  /** How a request is refused; as RFC 6749 §5.2 has it where this is left out. */
  readonly errorResponse?: ErrorResponseShape | undefined
  /** The OAuth error codes and the HTTP status of each. */
  readonly errors: Readonly<Record<string, number>>
  /** How long its identifiers and secrets are. */
  readonly credentials: Credentials
  /** How long its codes and tokens are good. */
  readonly lifetimes: Lifetimes
  /** What the tokens are for. */
  readonly api: Api
}

/** A scope as a person reads it. */
export interface ScopeText {
  /** The scope as it is requested: `linodes:read_only`. */
  readonly scope: string
  /** A few words. */
  readonly title: string
  /** What an app with it can do, as a sentence to the user. */
  readonly description: string
}

/** What a request to the login server says, once decoded; by the name that `on()` and `requests` use. */
export interface Requests {
  /** A browser asks for a code or a token (RFC 6749 §4.1.1, §4.2.1; RFC 7636 §4.3). */
  readonly authorize: {
    readonly clientId: string
    /** Left out: a code. */
    readonly responseType?: 'code' | 'token' | undefined
    readonly redirectUri?: string | undefined
    readonly scope?: string | undefined
    /** A second list, for a token that acts for the user beside the app's own. */
    readonly userScope?: string | undefined
    readonly state?: string | undefined
    readonly codeChallenge?: string | undefined
    readonly codeChallengeMethod?: 'S256' | undefined
  }
  /** A code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). */
  readonly exchange: ClientCredentials & {
    readonly code: string
    readonly redirectUri?: string | undefined
    readonly codeVerifier?: string | undefined
  }
  /**
   * A refresh token for new tokens (RFC 6749 §6); where the endpoint has no `client_id`, the token is enough.
   */
  readonly refresh: Partial<ClientCredentials> & {
    readonly refreshToken: string
    readonly scope?: string | undefined
  }
  /** The end of a token (RFC 7009 §2.1). */
  readonly revoke: Partial<ClientCredentials> & {
    readonly token?: string | undefined
    /** The access token in the header, where the endpoint is authenticated by one. */
    readonly bearer?: string | undefined
  }
  /** The same at an older endpoint of the provider's own. */
  readonly expire: ClientCredentials & { readonly token: string }
  /** The end of a browser's session. It says nothing that matters here. */
  readonly logout: unknown
}

/** How a client says who it is: in the body (RFC 6749 §2.3.1). */
export interface ClientCredentials {
  /** `client_id`. */
  readonly clientId: string
  /** `client_secret`; a public client sends none. */
  readonly clientSecret?: string | undefined
}

/** What a request to the login server can be. */
export type EndpointName = keyof Requests

/** One kind of request. Two may share a path and differ in a parameter's value. */
export interface EndpointOf<Name extends EndpointName> {
  /** Which request it is. */
  readonly name: Name
  /** A browser comes by GET, a client by POST. */
  readonly method: 'GET' | 'POST'
  /** On the login server: `/oauth/token`. */
  readonly path: string
  /** The parameter that tells endpoints of one path apart; `assumed`: what it means when it is left out. */
  readonly selector?:
    | { readonly parameter: string; readonly value: string; readonly assumed: boolean }
    | undefined
  /** The name of each parameter, old names included. */
  readonly parameters: readonly string[]
  /** Reads the parameters; throws a `FieldError` on one that can't be accepted. */
  readonly decode: (fields: Fields) => Requests[Name]
  /**
   * How the client shows who it is: by an access token in the header (RFC 6750 §2.1). Left out: in the body.
   */
  readonly authentication?: 'bearer' | undefined
  /** The path of the page that a browser is sent on to, where that is its answer. */
  readonly location?: string | undefined
  /** What its answer always says besides: `{ ok: true }`. */
  readonly flags?: Readonly<Record<string, boolean>> | undefined
  /** The provider's own words for error codes of the RFCs, by those. */
  readonly errorNames?: Readonly<Record<string, string>> | undefined
}

/** Any endpoint: its name says what its `decode` gives. */
export type Endpoint = { readonly [Name in EndpointName]: EndpointOf<Name> }[EndpointName]

/** Where providers differ in what RFC 6749 §5.1 has the token endpoint answer. */
export interface TokenResponseShape {
  /** Each name under which the granted scopes are told. */
  readonly scopes: readonly string[]
  /** What stands between two scopes in it; left out, what a request writes there. */
  readonly separator?: string | undefined
  /** Its `token_type`; left out, `bearer`. */
  readonly type?: string | undefined
  /** The object in it that holds the token for the second list of scopes, and the `token_type` in there. */
  readonly userToken?: { readonly within: string; readonly type: string } | undefined
}

/** Where providers differ in what RFC 6749 §5.2 has an endpoint answer to a bad request. */
export interface ErrorResponseShape {
  /** What every refusal says besides: `{ ok: false }`, where it comes under the status of success. */
  readonly flags?: Readonly<Record<string, boolean>> | undefined
  /** Whether it says in words what is wrong. */
  readonly described: boolean
}

/** How the provider's identifiers and secrets look: lower-case hex of so many characters. */
export interface Credentials {
  /** Of a `client_id`. */
  readonly clientId: number
  /** Of a `client_secret`. */
  readonly clientSecret: number
  /** Of an authorization code. */
  readonly code: number
  /** Of an access token. */
  readonly accessToken: number
  /** Of a refresh token. */
  readonly refreshToken: number
}

/** How long codes and tokens are good. */
export interface Lifetimes {
  /** Of an authorization code, in seconds. */
  readonly code: number
  /** Of an access token, in seconds. */
  readonly accessToken: number
  /** Of a grant's first refresh token and of all that replace it, in seconds. Left out: they don't expire. */
  readonly refreshToken?: number | undefined
  /**
   * How long a replaced refresh token is still taken where the switch `rotation` has a grace,
   * in seconds. Left out: 60.
   */
  readonly grace?: number | undefined
}

/** The API that the tokens are for. */
export interface Api {
  /** The path that every operation's path follows. */
  readonly basePath: string
  /** Every operation that exists; the rest is not found. */
  readonly operations: readonly ApiOperation[]
  /** The headers that say what the token has and what the call needs. */
  readonly headers: { readonly granted: string; readonly accepted: string }
  /**
   * The body of a refusal; `{reason}` in a text of it stands for the reason. Left
   * out: `{ error: '{reason}' }`.
   */
  readonly refusal?: RefusalBody | undefined
  /** How it refuses: a bad token, missing scopes, no such operation. */
  readonly errors: {
    readonly invalidToken: ApiError
    readonly insufficientScope: ApiError
    readonly notFound: ApiError
  }
}

/** A body, or a part of one, with gaps in its texts. */
export type RefusalBody = string | boolean | readonly RefusalBody[] | { readonly [name: string]: RefusalBody }

/** How the API refuses: the status, and the reason that its body gives. */
export interface ApiError {
  /** The HTTP status. */
  readonly status: number
  /** The words that the body gives. */
  readonly reason: string
}

/** One operation of the API and who may call it. */
export interface ApiOperation {
  /** Its name in the API reference: `get-account`. */
  readonly id: string
  /** The HTTP method, in capitals. */
  readonly method: string
  /** With parameters in braces: `/linode/instances/{linodeId}`. */
  readonly path: string
  /**
   * `scoped`: a token with one of the scope sets; `any_token`: any token; `none`: anyone;
   * `pat`: a personal access token.
   */
  readonly auth: 'scoped' | 'any_token' | 'none' | 'pat'
  /**
   * Any one of these sets suffices, and each is needed whole. For a personal access token only: what the
   * API's header names nevertheless.
   */
  readonly anyOf: readonly (readonly string[])[]
}
