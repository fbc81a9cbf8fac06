/** A call of the API, as what answers it is told of it. */
import type { User } from '../authority/user.js'
import { type HttpRequest, pathOf } from '../call/http.js'
import type { Api, ApiOperation } from '../provider/provider.js'

/** The names of the parameters in a path. */
export type PathParameter<Path extends string> = string extends Path
  ? string
  : Path extends `${string}{${infer Name}}${infer Rest}`
    ? Name | PathParameter<Rest>
    : never

/** A call that may be made. */
export interface ApiRequest<Operation extends string = string> {
  /** The parameters of its path by name, decoded. */
  readonly path: Readonly<Record<PathParameter<Operation>, string>>
  /** The parameters of its query. */
  readonly query: URLSearchParams
  /** Its body as it came. */
  readonly body: string
  /** Whose token it shows; nobody where the operation needs none and none is shown. */
  readonly user: User | undefined
}

/** The call that a request makes of its operation. */
export function apiRequestOf(
  { basePath }: Api,
  { path }: ApiOperation,
  request: HttpRequest,
  user: User | undefined,
): ApiRequest {
  const segments = pathOf(request).slice(basePath.length).split('/')
  const parameters = path.split('/').flatMap((name, at) => {
    const parameter = /^\{(.+)\}$/.exec(name)?.[1]
    return parameter === undefined ? [] : [[parameter, decoded(segments[at] ?? '')] as const]
  })
  const query = new URLSearchParams(request.url.slice(pathOf(request).length))
  return { path: Object.fromEntries(parameters), query, body: request.body, user }
}

/** A segment whose percent signs are no encoding stays as it came. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
