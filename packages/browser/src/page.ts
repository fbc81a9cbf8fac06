/** What a login uses of the page that it runs in. */
import { ConfigurationError } from '@linode-login/core'
import { type Check, checked, optional, withMethods } from '@linode-login/core/internal'

/** What a login uses of `sessionStorage`. */
export type PageStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** What a login uses of a page's `window`. A test hands in its own. */
export interface BrowserPage {
  /** Where the callback is read from, and by which the page leaves for the login server. */
  readonly location: Pick<Location, 'href' | 'assign'>
  /** By which the callback's parameters are taken out of the address. */
  readonly history: Pick<History, 'state' | 'replaceState'>
  /** Where a login waits for its callback. Reading it throws where the browser keeps it from the page. */
  readonly sessionStorage: PageStorage
}

/**
 * What can be seen of it without a look at its storage, which throws where the
 * browser keeps it from the page.
 */
const aPage: Check<BrowserPage> = {
  expected: 'one with location, history and sessionStorage, as window is',
  read: (value) => (isPage(value) ? value : undefined),
}

function isPage(value: unknown): value is BrowserPage {
  const has = (name: string) => typeof Reflect.get(Object(value), name) === 'object'
  return has('location') && has('history')
}

/** A storage of logins, handed in or the page's own. */
export const aStorage: Check<PageStorage> = withMethods(
  'one with key, getItem, setItem and removeItem, as sessionStorage is',
  'key',
  'getItem',
  'setItem',
  'removeItem',
)

/**
 * The page that this code runs in.
 *
 * @throws ConfigurationError where there is none, as when a framework renders on a server
 */
export function currentPage(): BrowserPage {
  if (typeof window === 'undefined') throw unsupported('page', 'the window of a browser: call this in a page')
  return window
}

/**
 * A page that was handed in; the one that this code runs in where none was.
 *
 * @throws ConfigurationError for what is no page, and where there is none
 */
export function checkedPage(page: BrowserPage | undefined): BrowserPage {
  return optional('page', page, aPage) ?? currentPage()
}

/**
 * The page's `sessionStorage`.
 *
 * @throws ConfigurationError where the browser keeps it from the page: cookies blocked, or a sandboxed frame
 */
export function storageOf(page: BrowserPage): PageStorage {
  try {
    return checked('sessionStorage', page.sessionStorage, aStorage)
  } catch (cause) {
    throw unsupported('sessionStorage', 'one that this page may use', cause)
  }
}

/** The error of a browser that lacks, or refuses, what a login needs. */
export function unsupported(
  option: string,
  expected: string,
  cause?: unknown,
  secrets: readonly string[] = [],
): ConfigurationError {
  return new ConfigurationError(option, expected, { code: 'runtime_unsupported', cause, secrets })
}
