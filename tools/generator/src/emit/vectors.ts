import type { VectorList } from '../model/vector-list.js'
import type { Emitter, Json } from './output.js'

/** The examples as one JSON document, so that a port to another language can test itself without reading YAML. */
export const vectors: Emitter = ({ provider, vectors: lists }, { reference }) =>
  lists.length === 0
    ? []
    : [
        {
          path: `${reference}/vectors.json`,
          from: ['vectors'],
          content: {
            mark: '$comment',
            value: {
              title: `Examples of ${provider.name}'s login service`,
              description:
                "Each list has a description, what the keys of its examples mean, and the examples: an input and what must come of it. A port of this client passes if it gives the same for each. An example's name is unique in its list; `proves` names rows of this repository's conformance list.",
              lists: Object.fromEntries(lists.map((list) => [list.name, listOf(list)])),
            },
          },
        },
      ]

function listOf({ description, keys, examples }: VectorList): Json {
  // The values come from YAML by way of a schema that knows no other kind than JSON's.
  const plain: readonly Json[] = JSON.parse(JSON.stringify(examples))
  return { description, keys, examples: plain }
}
