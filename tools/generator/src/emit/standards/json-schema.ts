/** What a value and a message may be, as JSON Schema (2020-12), which OpenAPI 3.1 speaks too. */
import { isSlot, type Parameter, type Slot, type Value } from '../../model/endpoint-model.js'
import type { Json, JsonObject } from '../output.js'

/** Where a value stands: in JSON, or in a form, where everything is text. */
export type Carrier = 'json' | 'form'

// The same bounds as the client's checks have: a test holds one against the other. Classes are written out, as
// what `\w` and `\d` stand for outside JavaScript is up to the engine, and may be letters of all scripts.
const texts = {
  text: { type: 'string', pattern: '^[\\x20-\\x7e]+$', maxLength: 4096 },
  free_text: { type: 'string' },
  bearer_token: { type: 'string', pattern: '^[A-Za-z0-9_.~+/-]+=*$', maxLength: 8192 },
  uri: {
    type: 'string',
    format: 'uri',
    pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[\\x21\\x22\\x24-\\x7e]+$',
    maxLength: 4096,
  },
  scopes: { type: 'string', pattern: '^[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*$', maxLength: 65_536 },
  code_verifier: { type: 'string', pattern: '^[A-Za-z0-9_.~-]{43,128}$' },
  code_challenge: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
} as const

const digits = { type: 'string', pattern: '^[0-9]{1,15}$' }

/** The schema of a value. */
export function valueSchema(value: Value, carrier: Carrier): JsonObject {
  switch (value.type) {
    case 'flag':
      return { const: value.is }
    case 'enum':
      return value.ignoreCase
        ? { type: 'string', pattern: `^(?:${value.values.map(inAnyCase).join('|')})$` }
        : { type: 'string', enum: value.values }
    case 'seconds': {
      const number = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
      return carrier === 'form' ? digits : { anyOf: [number, digits] }
    }
    default:
      return texts[value.type]
  }
}

function inAnyCase(word: string): string {
  return [...word]
    .map((letter) => {
      const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()]
      return lower === upper ? letter.replace(/[^\w-]/, '\\$&') : `[${lower}${upper}]`
    })
    .join('')
}

/** The schema of an object with these fields; what it doesn't name may be there. */
export function objectSchema(parameters: readonly Parameter[], carrier: Carrier): JsonObject {
  const own = parameters.filter((parameter) => !isSlot(parameter) || parameter.within === undefined)
  const inner = parameters.filter(isSlot).filter(({ within }) => within !== undefined)
  const holders = [...new Set(inner.map(({ within = '' }) => within))]
  const held = holders.map((holder): [string, JsonObject] => [
    holder,
    objectSchema(
      inner.filter(({ within }) => within === holder).map((slot) => ({ ...slot, within: undefined })),
      carrier,
    ),
  ])
  const required = own.filter(isNeeded).filter((parameter) => aliasesOf(parameter).length === 0)
  const either = own.filter(isNeeded).filter((parameter) => aliasesOf(parameter).length > 0)
  return {
    type: 'object',
    properties: Object.fromEntries([...own.flatMap((one) => propertiesOf(one, carrier)), ...held]),
    required: required.length === 0 ? undefined : required.map(({ wireName }) => wireName),
    allOf: either.length === 0 ? undefined : either.map(underOneName),
  }
}

function propertiesOf(parameter: Parameter, carrier: Carrier): (readonly [string, JsonObject])[] {
  const { wireName } = parameter
  const schema = parameterSchema(parameter, carrier)
  const other = {
    ...schema,
    description: `Another name of \`${wireName}\`. Both must say the same.`,
    $comment: 'No JSON Schema can say that two values are the same: compare them besides.',
  }
  return [
    [wireName, { ...schema, description: descriptionOf(parameter) }],
    ...aliasesOf(parameter).map((alias) => [alias, other] as const),
  ]
}

/** The schema of one parameter or field. */
export function parameterSchema(parameter: Parameter, carrier: Carrier): JsonObject {
  if (!isSlot(parameter)) return { type: 'string', const: parameter.value }
  const schema = valueSchema(parameter.value, carrier)
  return parameter.presence === 'nullable' ? { anyOf: [schema, { enum: [null, ''] }] } : schema
}

/** What a parameter or field is, in a sentence or two. */
export function descriptionOf(parameter: Parameter): string {
  const secret = isSlot(parameter) && parameter.secret
  return secret ? `${parameter.description} Secret.` : parameter.description
}

/** Whether a request or an answer must have it. */
export function isNeeded(parameter: Parameter): boolean {
  return isSlot(parameter) ? parameter.presence === 'required' : !parameter.assumed
}

function aliasesOf(parameter: Parameter): readonly string[] {
  return isSlot(parameter) ? parameter.aliases : []
}

function underOneName(parameter: Parameter): Json {
  const names = [parameter.wireName, ...aliasesOf(parameter)]
  return { anyOf: names.map((name) => ({ required: [name] })) }
}

/** The fields of a message as parameters: there is no constant among them. */
export function messageSchema(fields: readonly Slot[]): JsonObject {
  return objectSchema(fields, 'json')
}
