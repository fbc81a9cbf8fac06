/** Which operation of the API a request is for, or may have been meant for. */
import { createPathTree, nearestWords, type PathTree } from '@linode-login/core/internal'
import { type HttpRequest, pathOf } from '../call/http.js'
import { inOneSentence } from '../options/wording.js'
import type { Api, ApiOperation } from '../provider/provider.js'

/** Finds the operation of a request; nothing where there is none. */
export type FindOperation = (request: HttpRequest) => ApiOperation | undefined

/** Sorts operations by method and path once, so that a request costs one look-up. */
export function operationFinder({ basePath, operations }: Api): FindOperation {
  const trees = treesOf(operations)
  return (request) => {
    const path = pathOf(request)
    return path.startsWith(`${basePath}/`)
      ? trees.get(request.method)?.find(path, basePath.length)
      : undefined
  }
}

/**
 * What a request for no operation was probably meant for: `GET /v4/profile` where its path lacks the base,
 * `GET or PUT /v4/profile` where the path is right, else the operation whose name is nearest.
 */
export function nearestOperation({ basePath, operations }: Api, request: HttpRequest): string | undefined {
  const called = pathOf(request)
  const path = called.startsWith(`${basePath}/`) ? called.slice(basePath.length) : called
  const nameOf = (operation: ApiOperation, method = operation.method): string =>
    `${method} ${basePath}${operation.path}`
  const same = treesOf(operations).get(request.method)?.find(path)
  if (same !== undefined) return nameOf(same)
  const other = createPathTree(operations.map((operation) => [operation.path, operation])).find(path)
  if (other !== undefined)
    return nameOf(other, inOneSentence(methodsOf(operations.filter((one) => one.path === other.path))))
  const names = operations.map((operation) => nameOf(operation))
  return nearestWords(`${request.method} ${called}`, names)[0]
}

function treesOf(operations: readonly ApiOperation[]): ReadonlyMap<string, PathTree<ApiOperation>> {
  return new Map(
    methodsOf(operations).map((one) => {
      const ofMethod = operations.filter(({ method }) => method === one)
      return [one, createPathTree(ofMethod.map((operation) => [operation.path, operation]))]
    }),
  )
}

/** Each method that an operation has, once. */
export function methodsOf(operations: readonly ApiOperation[]): readonly string[] {
  return [...new Set(operations.map(({ method }) => method))]
}
