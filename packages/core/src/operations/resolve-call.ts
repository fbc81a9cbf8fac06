/** Which operation a concrete call is of, told by its method and its path or URL. */
import { createPathTree, type PathTree } from '../wire/path-tree.js'

/**
 * The operation of a call such as `GET https://…/v4/things/1` or `GET /things/1`;
 * `undefined` if there is none.
 */
export type CallResolver = (call: string) => string | undefined

/** The scheme counts in either case, as in any URL; the method doesn't, as in HTTP. */
const CALL = /^([A-Z]+) (?:[Hh][Tt][Tt][Pp][Ss]?:\/\/[^/?#]+)?(\/[^?#]*)/

/** What a client takes out of a path before it sends it: the call is of another path than it says. */
const DOTS = /\/(?:\.|%2e){1,2}(?:\/|$)/i

/**
 * Any host will do, since calls may go through a proxy. Before the path may stand the API's own base path, or
 * that of another stage of the same version, such as `/v4beta` for `/v4`; after it one slash.
 *
 * @param operations - each as `'METHOD /path'`, with path parameters in braces
 * @param basePath - the path that every path of the API follows; empty if there is none
 */
export function createCallResolver(operations: Iterable<string>, basePath: string): CallResolver {
  const methods = new Map<string, [string, string][]>()
  for (const operation of operations) {
    const [method = '', path = ''] = operation.split(' ')
    const templates = methods.get(method) ?? []
    templates.push([path, operation])
    methods.set(method, templates)
  }
  const trees = new Map<string, PathTree<string>>()
  for (const [method, templates] of methods) trees.set(method, createPathTree(templates))

  return (call) => {
    const [, method = '', written = ''] = CALL.exec(call) ?? []
    if (DOTS.test(written)) return undefined
    const path = written.endsWith('/') ? written.slice(0, -1) : written
    return trees.get(method)?.find(path, endOfBase(path, basePath))
  }
}

/** Where the path of the operation begins. */
function endOfBase(path: string, basePath: string): number {
  if (!path.startsWith(basePath)) return 0
  const end = path.indexOf('/', basePath.length)
  return end !== -1 && /^(?:[a-z]\w*)?$/.test(path.slice(basePath.length, end)) ? end : 0
}
