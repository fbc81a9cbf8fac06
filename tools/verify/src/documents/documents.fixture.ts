/**
 * The documents of a reference, used as a program in another language would: to
 * judge what goes over the wire.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'

type Schema = Readonly<Record<string, unknown>>

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly required: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

/** What a fetch was asked for and what came. */
interface Exchange {
  readonly method: string
  readonly url: URL
  readonly type: string
  readonly form: Readonly<Record<string, string>>
  readonly status: number
  readonly answerType: string
  readonly answer: string
}

/** The OpenAPI document and the JSON Schemas in a folder. */
export class ReferenceDocuments {
  readonly #folder: string
  readonly #paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  // OpenAPI has keywords that JSON Schema doesn't know.
  readonly #openapi = new Ajv2020({ strict: false, formats: { uri: URL.canParse } })
  readonly #schemas = new Ajv2020({ strict: true, strictRequired: false, formats: { uri: URL.canParse } })
  /** Each call that was judged, with what the OpenAPI document has against it. */
  readonly verdicts: (readonly [call: string, fault: string | undefined])[] = []

  constructor(folder: string) {
    this.#folder = folder
    const document = this.#read('openapi.json')
    this.#paths = Object(document['paths'])
    this.#openapi.addSchema(document, 'openapi')
  }

  /** Whether a message is one by the JSON Schema of a file in `schema/`. */
  accepts(name: string, message: unknown): boolean {
    const id = `${name}.json`
    if (this.#schemas.getSchema(id) === undefined) this.#schemas.addSchema(this.#read(`schema/${id}`), id)
    return this.#schemas.validate(id, message)
  }

  /** A fetch that judges each call and its answer by the OpenAPI document. */
  get fetch(): typeof fetch {
    return async (input, init) => {
      const request = new Request(input, init)
      const form = new URLSearchParams(await request.clone().text())
      const answer = await fetch(request)
      const { pathname, search } = new URL(request.url)
      const exchange = {
        method: request.method,
        url: new URL(pathname + search, 'https://server.example'),
        type: mediaTypeOf(request),
        form: Object.fromEntries(form),
        status: answer.status,
        answerType: mediaTypeOf(answer),
        answer: await answer.clone().text(),
      }
      this.verdicts.push([`${request.method} ${pathname} ${answer.status}`, this.#faultOf(exchange)])
      return answer
    }
  }

  #faultOf(exchange: Exchange): string | undefined {
    const { method, url } = exchange
    const operation = this.#paths[url.pathname]?.[method.toLowerCase()]
    if (operation === undefined) return 'there is no such operation'
    const at = ['paths', url.pathname, method.toLowerCase()]
    return (
      this.#faultOfQuery(exchange, operation, at) ??
      this.#faultOfBody(exchange, operation, at) ??
      this.#faultOfAnswer(exchange, operation, at)
    )
  }

  #faultOfQuery(
    { url }: Exchange,
    { parameters = [] }: Operation,
    at: readonly string[],
  ): string | undefined {
    const known = new Map(parameters.map(({ name }, index) => [name, index]))
    for (const { name, required } of parameters) {
      if (required && !url.searchParams.has(name)) return `${name} is missing in the URL`
    }
    for (const [name, value] of url.searchParams) {
      const index = known.get(name)
      if (index === undefined) return `${name} in the URL is not known`
      const fault = this.#complaint([...at, 'parameters', String(index), 'schema'], value)
      if (fault !== undefined) return `${name} in the URL ${fault}`
    }
    return undefined
  }

  #faultOfBody(
    { type, form, method }: Exchange,
    operation: Operation,
    at: readonly string[],
  ): string | undefined {
    const { requestBody } = operation
    if (requestBody === undefined) {
      return method === 'GET' || Object.keys(form).length === 0 ? undefined : 'there is a body'
    }
    if (!Object.hasOwn(requestBody.content, type)) return `a body of ${type} is not known`
    return this.#complaint([...at, 'requestBody', 'content', type, 'schema'], form)
  }

  #faultOfAnswer(
    { status, answerType, answer }: Exchange,
    operation: Operation,
    at: readonly string[],
  ): string | undefined {
    const key = [String(status), `${String(status).at(0)}XX`].find((one) =>
      Object.hasOwn(operation.responses, one),
    )
    if (key === undefined) return `status ${status} is not known`
    const content = operation.responses[key]?.content
    if (content === undefined) return undefined
    if (!Object.hasOwn(content, answerType)) return `an answer of ${answerType} is not known`
    return this.#complaint(
      [...at, 'responses', key, 'content', answerType, 'schema'],
      answerType === 'application/json' ? JSON.parse(answer) : answer,
    )
  }

  #complaint(place: readonly string[], value: unknown): string | undefined {
    const steps = place.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    const reference = `openapi#/${steps.join('/')}`
    return this.#openapi.validate({ $ref: reference }, value) ? undefined : this.#openapi.errorsText()
  }

  #read(file: string): Schema {
    return JSON.parse(readFileSync(join(this.#folder, file), 'utf8'))
  }
}

function mediaTypeOf({ headers }: Request | Response): string {
  return headers.get('content-type')?.replace(/;.*/, '') ?? ''
}
