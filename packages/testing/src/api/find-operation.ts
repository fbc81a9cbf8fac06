/** Which operation of the API a request is for. */
import { createPathTree } from '@linode-login/core/internal'
import { type HttpRequest, pathOf } from '../call/http.js'
import type { Api, ApiOperation } from '../provider/provider.js'

/** Finds the operation of a request; nothing where there is none. */
export type FindOperation = (request: HttpRequest) => ApiOperation | undefined

/** Sorts operations by method and path once, so that a request costs one look-up. */
export function operationFinder({ basePath, operations }: Api): FindOperation {
  const trees = new Map(
    methodsOf(operations).map((one) => {
      const ofMethod = operations.filter(({ method }) => method === one)
      return [one, createPathTree(ofMethod.map((operation) => [operation.path, operation]))]
    }),
  )
  return (request) => {
    const path = pathOf(request)
    return path.startsWith(`${basePath}/`)
      ? trees.get(request.method)?.find(path, basePath.length)
      : undefined
  }
}

/** Each method that an operation has, once. */
export function methodsOf(operations: readonly ApiOperation[]): readonly string[] {
  return [...new Set(operations.map(({ method }) => method))]
}
