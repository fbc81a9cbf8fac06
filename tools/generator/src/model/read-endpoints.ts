import type {
  AnswerEntry,
  EndpointEntry,
  EndpointsDocument,
  FieldEntry,
  MessageEntry,
  ParameterEntry,
  ValueEntry,
  ValueType,
} from '../spec/endpoints-document.js'
import type { Answer, EndpointModel, ErrorCode, Message, Parameter, Slot, Value } from './endpoint-model.js'
import { camelCase, pascalCase } from './names.js'

/** The requests that the spec's file describes. */
export function readEndpoints({ endpoints }: EndpointsDocument): readonly EndpointModel[] {
  return Object.entries(endpoints).map(([id, entry]) => readEndpoint(id, entry))
}

/** The answers. */
export function readMessages({ messages }: EndpointsDocument): readonly Message[] {
  return Object.entries(messages).map(([id, entry]) => readMessage(id, entry))
}

/** The OAuth error codes. */
export function readErrors({ errors }: EndpointsDocument): readonly ErrorCode[] {
  return Object.entries(errors).map(([code, entry]) => ({ code, ...entry, means: entry.means }))
}

function readEndpoint(id: string, entry: EndpointEntry): EndpointModel {
  const {
    title,
    description,
    deprecated,
    source,
    method,
    path,
    authentication = 'body',
    media = [],
    parameters = {},
    errors = [],
  } = entry
  return {
    name: camelCase(id),
    title,
    description,
    deprecated,
    source,
    method,
    path,
    authentication,
    media,
    parameters: Object.entries(parameters).map(([name, parameter]) => readParameter(name, parameter)),
    answer: readAnswer(entry.answer),
    errors,
  }
}

function readAnswer({ redirect, fragment, status, message, location }: AnswerEntry): Answer {
  if (redirect !== undefined) {
    return { kind: 'redirect', message: pascalCase(redirect), fragment: fragment && pascalCase(fragment) }
  }
  if (location !== undefined) return { kind: 'page', location }
  return { kind: 'status', status: status ?? 200, message: message && pascalCase(message) }
}

function readParameter(wireName: string, entry: ParameterEntry): Parameter {
  if (entry.const !== undefined) {
    const { const: value, assumed = false, description } = entry
    return { kind: 'constant', wireName, value, assumed, description }
  }
  return readSlot(wireName, entry, entry.type ?? 'text', entry.required === true ? 'required' : 'optional')
}

function readMessage(id: string, { title, description, source, fields }: MessageEntry): Message {
  return {
    name: pascalCase(id),
    title,
    description,
    source,
    fields: Object.entries(fields).map(([name, field]) =>
      readSlot(name, field, field.type, presenceOf(field), field),
    ),
  }
}

function presenceOf({ required, nullable }: FieldEntry): Slot['presence'] {
  if (required === true) return 'required'
  return nullable === true ? 'nullable' : 'optional'
}

function readSlot(
  key: string,
  entry: ValueEntry,
  type: FieldEntry['type'],
  presence: Slot['presence'],
  { name: wireName = key, within, is = false }: Partial<FieldEntry> = {},
): Slot {
  const { aliases = [], secret = false, description } = entry
  return {
    kind: 'slot',
    wireName,
    within,
    aliases,
    name: camelCase(key),
    value: type === 'flag' ? { type, is } : readValue(entry, type),
    presence,
    secret,
    description,
  }
}

function readValue({ values = [], ignoreCase = false }: ValueEntry, type: ValueType): Value {
  return type === 'enum' ? { type, values, ignoreCase } : { type }
}
