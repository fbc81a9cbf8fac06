/**
 * Operations by method and path, however a document writes the path: known ones have done it in three ways.
 */

import { withoutGapNames } from '../spec/gaps.js'

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** A version at the head of a path (`/v4`, `/v4beta`, `/{apiVersion}`), where a document puts it there. */
const versionPrefix = /^\/(?:v\d+(?:(?:alpha|beta)\d*)?|\{(?:api)?[-_]?version\})(?=\/)/i

/** What OpenAPI knows besides, and the spec can't hold: `QUERY` came with 3.2. */
const otherMethods: readonly string[] = ['OPTIONS', 'TRACE', 'QUERY']

/** Whether a key of a path is an operation, rather than what its operations have in common. */
export function isMethod(name: string): boolean {
  return [...methods, ...otherMethods].includes(name.toUpperCase())
}

/** Whether a path begins with a version. */
export function hasVersion(path: string): boolean {
  return versionPrefix.test(path)
}

/**
 * What two paths have in common that differ in version, in the names of their gaps or in a slash at the end.
 */
export function shapeOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${withoutGapNames(bare(path.replace(versionPrefix, '')))}`
}

/**
 * The key under which an operation stands in the spec; `undefined` for a method or a path
 * that the spec can't hold.
 *
 * @param versioned - whether the spec's own paths begin with a version.
 */
export function keyOf(method: string, path: string, versioned: boolean): string | undefined {
  const plain = bare(versioned ? path : path.replace(versionPrefix, ''))
  const taken = new Set<string>()
  const named = plain.replaceAll(/\{([^}]*)\}/g, (_, gap: string) => `{${nameFor(camel(gap), taken)}}`)
  return methods.includes(method.toUpperCase()) &&
    /^(\/((?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9_]*\}))+$/.test(named)
    ? `${method.toUpperCase()} ${named}`
    : undefined
}

/** A name for a gap: with a number where another gap of the path has it. */
function nameFor(gap: string, taken: Set<string>): string {
  let name = gap
  for (let number = 2; taken.has(name); number += 1) name = `${gap}${number}`
  taken.add(name)
  return name
}

function bare(path: string): string {
  return path.replace(/[?#].*$/, '').replace(/\/+$/, '')
}

function camel(gap: string): string {
  return gap
    .trim()
    .replaceAll(/[^A-Za-z0-9_]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')
}

/** The shape of a key of the spec. */
export function shapeOfKey(key: string): string {
  const [method = '', path = ''] = key.split(' ')
  return shapeOf(method, path)
}

/** The parts of a key's path, without a version. */
export function stepsOf(key: string): readonly string[] {
  return (key.split(' ')[1] ?? '').replace(versionPrefix, '').split('/').slice(1)
}

/** The section of the file that a key belongs to: the first part of its path that is no version. */
export function sectionOf(key: string): string {
  return stepsOf(key)[0] ?? ''
}

/** The order within the file: by path, then by method. */
export function compareKeys(one: string, other: string): number {
  const [[method = '', path = ''], [otherMethod = '', otherPath = '']] = [one.split(' '), other.split(' ')]
  if (path !== otherPath) return path < otherPath ? -1 : 1
  return methods.indexOf(method) - methods.indexOf(otherMethod)
}
