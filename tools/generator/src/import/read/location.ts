/** Where a document stands: a file, or an address that may be asked. */
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { UsageError } from '../../command-line.js'
import { Faults, wholeFile } from '../../report/fault.js'

/**
 * The place that a word of the command line names.
 *
 * @param folder the folder that the word was written in.
 * @throws UsageError for an address that is not asked: one without TLS on another machine, with a password in it, or
 * of another kind.
 */
export function locate(word: string, folder: string): URL {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(word)) return pathToFileURL(resolve(folder, word))
  const url = URL.canParse(word) ? new URL(word) : undefined
  if (url === undefined) throw new UsageError(`${word} is no address that can be read`)
  if (!maybeAsked(url))
    throw new UsageError(
      `${nameOf(url, folder)} is not asked: give a file, an https address without a password, or http on this machine`,
    )
  return url
}

/** Whether an address is one that we ask: https, or http on this machine, and no password in it, which would be told. */
export function maybeAsked({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '') return false
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
  )
}

/** How a place is called in messages: without credentials and query, which may be secret. */
export function nameOf(url: URL, folder: string): string {
  if (url.protocol !== 'file:') return `${url.protocol}//${url.host}${url.pathname}`
  const path = fileURLToPath(url)
  const near = relative(folder, path)
  return near.startsWith('..') ? path : near
}

/**
 * Where a reference leads. A file refers to files, an address to its own server: a document from elsewhere must not
 * make us open what it likes.
 *
 * @throws Faults when it leads anywhere else.
 */
export function locateReference(reference: string, base: URL, folder: string): URL {
  const url = URL.canParse(reference, base.href) ? new URL(reference, base) : undefined
  const isBeside = url?.protocol === base.protocol && url.host === base.host
  if (isBeside && (url.protocol === 'file:' || maybeAsked(url))) return url
  throw new Faults([
    {
      rule: 'import/foreign-reference',
      place: wholeFile(nameOf(base, folder)),
      wrong: `the reference "${reference}" leads elsewhere`,
      expected: base.protocol === 'file:' ? 'a reference to a file beside it' : `a reference to ${base.host}`,
      fix: 'bring what it refers to into the document, or beside it',
    },
  ])
}
