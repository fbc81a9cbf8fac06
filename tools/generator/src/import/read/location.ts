/** Where a document stands, and where its references may lead: a file, or an address that may be asked. */
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { UsageError } from '../../command/words.js'

/**
 * The place that a word of the command line names.
 *
 * @param folder - the folder that the word was written in.
 * @throws UsageError for an address that is not asked: one without TLS on another machine, with a password
 * in it, or of another kind.
 */
export function locate(word: string, folder: string): URL {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(word)) return pathToFileURL(resolve(folder, word))
  const url = URL.canParse(word) ? new URL(word) : undefined
  if (url === undefined || (url.protocol === 'file:' && !isFile(url)))
    throw new UsageError(`${word} is no address that can be read`)
  if (!maybeAsked(url))
    throw new UsageError(
      `${nameOf(url, folder)} is not asked: give a file, an https address without a password, or http on this machine`,
    )
  return url
}

/**
 * The folder that a word names, in which a document and all its files stand.
 *
 * @param folder - the folder that the word was written in.
 * @throws UsageError where the document doesn't stand in it.
 */
export function locateRoot(word: string, folder: string, document: URL): URL {
  const root = pathToFileURL(`${resolve(folder, word)}/`)
  if (document.protocol !== 'file:') throw new UsageError('--root is for files: a server is one root')
  if (!standsOn(root, document)) throw new UsageError(`the document does not stand in ${word}`)
  return root
}

/**
 * Whether an address is one that we ask: https, or http on this machine, and no password
 * in it, which would be told.
 */
function maybeAsked({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isHere(hostname))
}

function isHere(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/** Whether a server may send us on: to what we ask, and to this machine only from this machine. */
export function maySendTo(from: URL, to: URL): boolean {
  return maybeAsked(to) && (isHere(from.hostname) || !isHere(to.hostname))
}

/** How a place is called in messages: without credentials and query, which may be secret. */
export function nameOf(url: URL, folder: string): string {
  if (url.protocol !== 'file:') return `${url.protocol}//${url.host}${url.pathname}`
  const path = fileURLToPath(url)
  const near = relative(folder, path)
  return near.startsWith('..') ? path : near
}

/**
 * What a document may refer to: of a file its folder with all below it, of an address its own server. A
 * document from elsewhere must not make us open what it likes.
 */
export function groundOf(document: URL): URL {
  return new URL(document.protocol === 'file:' ? '.' : '/', document)
}

/** Whether a place stands on the ground of a document. */
export function standsOn(ground: URL, url: URL): boolean {
  if (ground.protocol !== 'file:') return url.origin === ground.origin && maybeAsked(url)
  return isFile(url) && url.pathname.startsWith(ground.pathname)
}

/** Whether an address of a file can be a path: one with a slash that is written as `%2F` can't. */
function isFile(url: URL): boolean {
  try {
    return url.protocol === 'file:' && url.host === '' && fileURLToPath(url) !== ''
  } catch {
    return false
  }
}
