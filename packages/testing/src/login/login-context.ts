/** What the login server's handlers share. */
import type { Authority } from '../authority/authority.js'
import type { User } from '../authority/user.js'
import type { Provider } from '../provider/provider.js'
import type { Consents } from './consent/consents.js'

/** What the login server's pages and endpoints stand on. */
export interface LoginContext {
  readonly provider: Provider
  readonly authority: Authority
  /** Who is signed in, in every browser. */
  readonly user: User
  /** Whether the user agrees at once or is asked on a page. */
  readonly consent: 'at-once' | 'page'
  /** The pages that wait for their user. */
  readonly consents: Consents
  /** Whether the implicit grant is served, whose errors go into the fragment too. */
  readonly implicit: boolean
  /** What the implicit grant's answer carries as `return`, if anything. */
  readonly implicitReturn: false | string
  /** What authorization answers call the server, if they do. */
  readonly issuer?: string | undefined
}
