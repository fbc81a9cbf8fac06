/**
 * A client for any provider, built of generated code alone: no line of it knows one provider from another.
 */

import { FieldError, Fields } from '@linode-login/core/internal'
import { createScopeAlgebra } from '@linode-login/core/scopes'
import type { ClientHalf } from './generated.fixture.js'

type Values = Readonly<Record<string, string | undefined>>

/** What is read from an answer of the token endpoint, in the words of the examples. */
export type TokenRead =
  | {
      readonly token: {
        readonly access_token: unknown
        readonly refresh_token?: unknown
        readonly expires_in?: unknown
        readonly scopes?: readonly string[]
        readonly user?: { readonly access_token: unknown; readonly scopes: readonly string[] }
      }
    }
  | { readonly error: unknown; readonly field?: string; readonly problem?: string }

/** A request as it goes out. */
export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly authorization: string | undefined
  readonly body: string
}

/** Speaks with a login server as its spec says. */
export class ProviderClient {
  readonly #spec: ClientHalf
  readonly #baseUrl: string
  readonly #fetch: typeof fetch

  /**
   * @param baseUrl - where the server is, if not where the spec says.
   * @param ask - what to send requests with.
   */
  constructor(spec: ClientHalf, baseUrl: string = spec.loginUrl, ask: typeof fetch = fetch) {
    this.#spec = spec
    this.#baseUrl = baseUrl
    this.#fetch = ask
  }

  /** The URL to send a browser to. Scopes are given as texts, in any order. */
  authorizationUrl(given: Values, { scopes, userScopes }: ScopeLists): string {
    const { serialize } = createScopeAlgebra(this.#spec.hierarchy)
    const query = this.#spec.encode('AuthorizeRequest', {
      responseType: 'code',
      scope: scopes && serialize(scopes),
      userScope: userScopes && serialize(userScopes),
      ...given,
    })
    return `${this.#url('authorize')}?${query}`
  }

  /** A request without a browser in between; `bearer` goes in the header where the spec has it there. */
  request(operation: string, { bearer, ...given }: Values): Outgoing {
    const endpoint = this.#spec.endpoints[operation]
    const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Request`
    // A request without parameters has no encoder.
    const body = Object.keys(given).length === 0 ? '' : `${this.#spec.encode(type, given)}`
    return {
      method: endpoint?.method ?? '',
      url: this.#url(operation),
      authorization: endpoint?.authentication === 'bearer' ? `Bearer ${bearer}` : undefined,
      body,
    }
  }

  /** Sends one and gives the body of the answer. */
  async send(operation: string, given: Values): Promise<string> {
    const { url, method, authorization, body } = this.request(operation, given)
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization && { authorization }),
    }
    const send = this.#fetch
    return (await send(url, { method, headers, body })).text()
  }

  /** Reads an answer of the token endpoint: first as a refusal, whatever the status, then as tokens. */
  readToken(body: string): TokenRead {
    const refusal = this.readRefusal(body)
    if (refusal !== undefined) return { error: refusal }
    try {
      const read = this.#spec.decode('TokenResponse', Fields.fromJson(body))
      return { token: this.#tokenOf(read) }
    } catch (error) {
      if (!(error instanceof FieldError)) throw error
      return { error: 'invalid_field', field: error.field, problem: error.problem }
    }
  }

  /** The error code of a body, if it is a refusal. */
  readRefusal(body: string): unknown {
    try {
      return this.#spec.decode('ErrorResponse', Fields.fromJson(body))['error']
    } catch (error) {
      if (!(error instanceof FieldError)) throw error
      return undefined
    }
  }

  #tokenOf(read: Readonly<Record<string, unknown>>): Extract<TokenRead, { token: unknown }>['token'] {
    const { accessToken, refreshToken, expiresIn, scope, userAccessToken, userScope } = read
    return {
      access_token: accessToken,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      ...(expiresIn !== undefined && { expires_in: expiresIn }),
      ...(scope !== undefined && { scopes: this.#scopes(scope) }),
      ...(userAccessToken !== undefined && {
        user: { access_token: userAccessToken, scopes: this.#scopes(userScope) },
      }),
    }
  }

  #scopes(text: unknown): readonly string[] {
    return createScopeAlgebra(this.#spec.hierarchy).parse(String(text))
  }

  #url(operation: string): string {
    return `${this.#baseUrl}${this.#spec.endpoints[operation]?.path}`
  }
}

/** What an app asks for; the second list is for a token that acts for the user. */
export interface ScopeLists {
  readonly scopes?: readonly string[] | undefined
  readonly userScopes?: readonly string[] | undefined
}
