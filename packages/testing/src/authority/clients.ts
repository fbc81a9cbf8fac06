/** The registered apps, and how each proves who it is. */

import { checkOptions } from '../options/check-options.js'
import type { AppRegistration } from '../options/client-registration.js'
import { list, ofType, type Rules, yesOrNo } from '../options/option-rules.js'
import { UsageError } from '../options/usage-error.js'
import type { ClientCredentials } from '../provider/provider.js'
import { checkRegisteredUri } from './redirect-uri/redirect-uri.js'
import { Refusal } from './refusal.js'

/** An app that may ask users to sign in. */
export interface Client {
  /** Its `client_id`. */
  readonly id: string
  /** Its `client_secret`; a public client has none. */
  readonly secret: string | undefined
  /** The name that a consent page shows. */
  readonly label: string
  /** Where users may be sent back to. */
  readonly redirectUris: readonly string[]
}

/** The registered apps. */
export class Clients {
  readonly #byId = new Map<string, Client>()

  /**
   * @throws UsageError for a redirect URI that no server should register, and for options that there aren't.
   */
  register(app: AppRegistration, id: string, secret: string): Client {
    const redirectUris = redirectUrisOf(app)
    for (const uri of redirectUris) checkRegisteredUri(uri)
    const client: Client = {
      id,
      secret: app.public === true ? undefined : secret,
      label: app.label ?? 'Test app',
      redirectUris,
    }
    this.#byId.set(client.id, client)
    return client
  }

  find(id: string): Client | undefined {
    return this.#byId.get(id)
  }

  /**
   * The client that a request's body names and, if it is a confidential one, proves to
   * come from (RFC 6749 §3.2.1).
   */
  authenticate({ clientId, clientSecret }: Partial<ClientCredentials>): Client {
    const client = clientId === undefined ? undefined : this.#byId.get(clientId)
    if (client === undefined) throw new Refusal('invalid_client', 'no client has this client_id')
    const why = verdicts[client.secret === undefined ? 'public' : 'confidential'][proof(client, clientSecret)]
    if (why !== undefined) throw new Refusal('invalid_client', why)
    return client
  }
}

const rules: Rules<AppRegistration> = {
  label: ofType('string', 'a name to show'),
  public: yesOrNo,
  redirectUri: ofType('string', 'a redirect URI such as https://app.example/callback'),
  redirectUris: list('a list of redirect URIs'),
}

function redirectUrisOf(app: AppRegistration): readonly string[] {
  checkOptions('registerClient', app, rules)
  const { redirectUri, redirectUris = [] } = app
  const all = redirectUri === undefined ? [...redirectUris] : [redirectUri]
  if (all.length > 0 && (redirectUri === undefined || redirectUris.length === 0)) return all
  throw new UsageError('registerClient', 'redirectUri', 'one redirect URI, or redirectUris a list of them')
}

/** Which kind of client sends what for a secret, and why it is refused, if it is. */
const verdicts = {
  public: { none: undefined, right: undefined, wrong: undefined },
  confidential: {
    none: 'a confidential client must send its client_secret',
    right: undefined,
    // No word that a test may well make a secret of: who hides secrets hides it here too.
    wrong: 'client_secret does not match',
  },
} as const

function proof(client: Client, secret: string | undefined): 'none' | 'right' | 'wrong' {
  if (secret === undefined) return 'none'
  return secret === client.secret ? 'right' : 'wrong'
}
