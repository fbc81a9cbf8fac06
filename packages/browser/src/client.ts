/** The client of a page: core's, without a secret. */
import {
  ConfigurationError,
  LinodeLoginClient as CoreClient,
  type ClientOptions as CoreClientOptions,
} from '@linode-login/core'
import { DEFAULT_TIMEOUT, given } from '@linode-login/core/internal'

/** How a client in a browser is set up: as core's, but always for a public client. */
export interface ClientOptions extends Omit<CoreClientOptions, 'clientSecret'> {
  /** A page can keep no secret: whoever opens it can read it. */
  readonly clientSecret?: undefined
}

/** Signs users in with Linode from a page, as a public client: PKCE takes the place of a secret. */
export class LinodeLoginClient extends CoreClient {
  /** The id of the OAuth client. */
  readonly clientId: string
  /** Where the login server sends the user back to, if the options said so. */
  readonly redirectUri: string | undefined
  /** Milliseconds for a whole request, and for each call of a store of pending logins. */
  readonly timeout: number

  /**
   * Asks nothing of the network.
   *
   * @throws ConfigurationError when an option can't be used, or a secret is handed in
   */
  constructor(options: ClientOptions) {
    super(options)
    const { clientId, clientSecret, redirectUri, timeout = DEFAULT_TIMEOUT } = given(options)
    if (clientSecret !== undefined) throw new ConfigurationError('clientSecret', 'none in a browser')
    this.clientId = clientId
    this.redirectUri = redirectUri
    this.timeout = timeout
  }
}
