/** The fake login server and API, as a test holds it. */
import type { OAuthOperation } from '@linode-login/core/operations'
import type { ApiAnswer, StandingAnswers } from './api/standing-answers.js'
import { assemble, type Parts } from './assemble.js'
import type { Authority } from './authority/authority.js'
import type { User } from './authority/user.js'
import type { ScriptedName } from './call/call.js'
import { checkDecision, type Decision } from './call/decision.js'
import type { FakeClock } from './fake-clock.js'
import { checkValue } from './options/check-options.js'
import type { AppRegistration, ConfidentialClient, PublicClient } from './options/client-registration.js'
import type { FakeLoginOptions } from './options/fake-login-options.js'
import type { Rule } from './options/option-rules.js'
import { UsageError } from './options/usage-error.js'
import type { RequestRecord } from './record/request-log.js'
import type { AnswerScript, Scripts, Unplayed } from './script/script.js'
import { openLoginUrl } from './user-browser.js'

/**
 * A login server and an API that play Linode's, for tests: on ports of their own, with a clock of their own,
 * and one user, who consents at once.
 *
 * ```ts
 * await using login = await FakeLogin.start()
 * const client = login.registerClient({ redirectUri: 'https://app.example/callback' })
 * ```
 */
export class FakeLogin implements AsyncDisposable {
  /** The login server's address, for a client's `baseUrl`. */
  readonly url: string
  /** The API's address: another origin. */
  readonly apiUrl: string
  /**
   * What the server takes for the time. It stands still until `advance` is called; hand it to the client too.
   */
  readonly clock: FakeClock
  /** Who signs in. */
  readonly user: User
  /** What the server was asked. */
  readonly requests: RequestRecord
  /** Reaches both servers without a socket, and nothing else. */
  readonly fetch: typeof fetch
  readonly #authority: Authority
  readonly #scripts: Scripts
  readonly #answers: StandingAnswers
  readonly #fetchOf: Parts['fetchOf']
  readonly #stop: () => Promise<void>
  #stopped: Promise<void> | undefined

  private constructor(parts?: Parts) {
    if (parts === undefined) throw notStarted()
    const { authority, clock, user, requests, scripts, answers, addresses, fetch, fetchOf, stop } = parts
    this.url = addresses.url
    this.apiUrl = addresses.apiUrl
    this.clock = clock
    this.user = user
    this.requests = requests
    this.fetch = fetch
    this.#authority = authority
    this.#scripts = scripts
    this.#answers = answers
    this.#fetchOf = fetchOf
    this.#stop = stop
  }

  /**
   * Starts a fake server.
   *
   * @throws UsageError for an option that there isn't, or a value that it can't have.
   * @throws Error when a port is taken or the certificate can't be used.
   */
  static async start(options: FakeLoginOptions = {}): Promise<FakeLogin> {
    return new FakeLogin(await assemble(options))
  }

  /**
   * Registers an app that can keep no secret. What it gives spreads into a client's options.
   *
   * @throws UsageError for a redirect URI that is neither https nor http on loopback, or that
   * can't be compared safely.
   */
  registerClient(app: AppRegistration & { readonly public: true }): PublicClient
  /**
   * Registers an app with a secret. What it gives spreads into a client's options.
   *
   * @throws UsageError for a redirect URI that is neither https nor http on loopback, or that
   * can't be compared safely.
   */
  registerClient(app: AppRegistration & { readonly public?: false | undefined }): ConfidentialClient
  registerClient(app: AppRegistration): ConfidentialClient | PublicClient {
    this.#refuseIfStopped('registerClient')
    const { id, secret } = this.#authority.registerClient(app)
    return secret === undefined ? { clientId: id } : { clientId: id, clientSecret: secret }
  }

  /**
   * Plays the user's browser: opens a login URL, decides, and gives the callback URL that the app is sent to.
   *
   * ```ts
   * await login.signIn(url)                                    // grants all that the app asks for
   * await login.signIn(url, { grant: ['linodes:read_only'] })  // grants these alone
   * await login.signIn(url, { deny: true })                    // declines
   * ```
   * @param decision - what the user decides, with or without a consent page
   * @throws UsageError for what is no URL, such as all that `beginLogin` gives, for a URL of another server or
   *   with which no login can begin, and for a scope that the app doesn't ask for.
   * @throws Error when the server answers anything else than a redirect, as where that was scripted.
   */
  async signIn(loginUrl: string | URL, decision: Decision = {}): Promise<string> {
    this.#refuseIfStopped('signIn')
    checkValue('signIn', 'the login URL', loginUrl, aUrl)
    checkDecision('signIn', decision)
    if (new URL(loginUrl).origin !== this.url) throw this.#notOfThis(new URL(loginUrl).origin)
    return openLoginUrl(this.#fetchOf(decision), loginUrl)
  }

  /**
   * Scripts answers, errors and faults for one kind of request:
   * `login.on('refresh').once({ status: 429 }).thenReal()`.
   *
   * @throws UsageError for a kind of request that there isn't.
   */
  on<Name extends ScriptedName>(name: Name): AnswerScript<Name> {
    this.#refuseIfStopped('on')
    return this.#scripts.on(name)
  }

  /**
   * What was scripted and no request came for, in the order of each kind; after `stop()` too. A test whose
   * script isn't played may pass for the wrong reason:
   *
   * ```ts
   * afterEach(() => expect(login.unplayed()).toEqual([]))
   * ```
   */
  unplayed(): readonly Unplayed[] {
    return this.#scripts.unplayed()
  }

  /**
   * Says what an operation of the API answers from now on, to each call whose token and scopes
   * suffice: data, or a function that makes it of the call. Where the function gives `undefined`, what
   * was asked for isn't there: 404.
   *
   * ```ts
   * login.answer('GET /linode/instances', { data: [{ id: 123, label: 'web' }], page: 1, pages: 1, results: 1 })
   * login.answer('GET /linode/instances/{linodeId}', ({ path }) => ({ id: Number(path.linodeId), label: 'web' }))
   * ```
   * @param operation - as `'METHOD /path'`, with its parameters in braces
   * @param answer - what JSON can say, or a function that gives it at once
   * @throws UsageError for an operation that there isn't, with the nearest, for one that takes personal access
   * tokens alone, and for what JSON can't say.
   */
  answer<Name extends OAuthOperation | (string & {})>(
    operation: Name,
    answer: ApiAnswer<Name> | object,
  ): void {
    this.#refuseIfStopped('answer')
    this.#answers.set(operation, answer)
  }

  /**
   * Ends the servers, every connection to them, and every wait for a request. Again it does
   * nothing; what was asked stays.
   */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  /** Most often the client was not told of the fake, and asks Linode itself. */
  #notOfThis(origin: string): UsageError {
    const problem = `the login URL is of ${origin}, not of this fake (${this.url}): give the client { baseUrl: login.url }`
    return new UsageError('signIn', 'loginUrl', `a URL of ${this.url}`, problem)
  }

  #refuseIfStopped(where: string): void {
    if (this.#stopped === undefined) return
    throw new UsageError(where, 'login', 'a server that runs', 'this fake server was stopped: start another')
  }
}

const aUrl: Rule = {
  expected: 'a URL, such as the `url` that beginLogin gives',
  accepts: (value) => (typeof value === 'string' || value instanceof URL) && URL.canParse(String(value)),
}

/** Without types nothing keeps a test from `new`. */
function notStarted(): UsageError {
  return new UsageError('FakeLogin', 'login', 'a server that runs', 'start one: await FakeLogin.start()')
}
