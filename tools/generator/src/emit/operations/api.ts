import type { ApiModel } from '../../model/model.js'
import type { Template } from '../../spec/endpoints-document.js'
import type { Emitter } from '../output.js'
import { code, list, type Member, object, spreadObject, text } from '../typescript/declarations.js'
import { prose } from '../words/prose.js'

/** The API as a client of it must know it: where it begins, what its headers are called, how it refuses. */
export const api: Emitter = ({ provider, api: model }, { client }) => {
  const { basePath, headers, errors } = model
  const gap = gapIn(model.refusal) ?? { place: [], around: '{reason}' }
  return [
    {
      path: `${client.folder}/api.ts`,
      from: ['endpoints'],
      content: {
        imports: [],
        declarations: [
          {
            kind: 'constant',
            name: 'apiBasePath',
            docs: `The path that every path of ${prose(provider.name)}'s API follows.`,
            value: text(basePath),
          },
          {
            kind: 'constant',
            name: 'scopeHeaders',
            docs: 'The headers of an answer that say what the token has and what the call needs.',
            value: object([
              { name: 'granted', value: text(headers.granted) },
              { name: 'accepted', value: text(headers.accepted) },
            ]),
            asConst: true,
          },
          {
            kind: 'constant',
            name: 'refusals',
            docs: 'How the API refuses a call: the status, and the reason as it stands in the body.',
            value: spreadObject(errors.map((error) => refusal(error, gap.around))),
            asConst: true,
          },
          {
            kind: 'constant',
            name: 'reasonPlace',
            docs: 'Where the reason stands in the body: keys and places in lists, from the outside in.',
            value: list(gap.place.map((key) => (typeof key === 'string' ? text(key) : code(String(key))))),
            asConst: true,
          },
        ],
      },
    },
  ]
}

function refusal({ name, status, reason }: ApiModel['errors'][number], around: string): Member {
  const words = around.replaceAll('{reason}', () => reason)
  return {
    name,
    value: object([
      { name: 'status', value: code(String(status)) },
      { name: 'reason', value: text(words) },
    ]),
  }
}

/** A text with a gap for the reason, and where it stands. */
interface Gap {
  readonly place: readonly (string | number)[]
  readonly around: string
}

/** The first gap of a body. */
function gapIn(part: Template): Gap | undefined {
  if (typeof part === 'string') return part.includes('{reason}') ? { place: [], around: part } : undefined
  if (typeof part === 'boolean') return undefined
  const inner: readonly (readonly [string | number, Template])[] = Array.isArray(part)
    ? part.map((item, place) => [place, item])
    : Object.entries(part)
  for (const [key, value] of inner) {
    const gap = gapIn(value)
    if (gap !== undefined) return { ...gap, place: [key, ...gap.place] }
  }
  return undefined
}
