import { groupBy } from '../group-by.js'
import type { Access, Operation } from '../model/operation-model.js'
import { mono, page, table } from './markdown.js'
import type { Emitter } from './output.js'

/** What each operation of the API needs, as a page to read. */
export const referenceOfOperations: Emitter = ({ provider, operations, apiVersion }, { reference }) => [
  {
    path: `${reference}/operations.md`,
    from: ['operations'],
    content: page(
      `# Operations of ${provider.name}'s API`,
      `${operations.length} operations${apiVersion === undefined ? '' : ` of version ${apiVersion}`} and the scopes that each ` +
        'needs. Where the server was seen to ask for something else than the API document declares, the server is right, ' +
        'and the declaration stands in the last column.',
      ...[...groupBy(operations, ({ path }) => `/${path.split('/')[1] ?? ''}`)].flatMap(
        ([group, members]) => [`## ${group}`, table(header, members.map(row))],
      ),
    ),
  },
]

const header = ['operation', 'needs', 'remarks']

function row({ key, access, declared, note }: Operation): string[] {
  const [holds, says] = [needs(access), needs(declared)]
  const remarks = [...(holds === says ? [] : [`Declared: ${says}.`]), ...(note === undefined ? [] : [note])]
  return [mono(key), holds, remarks.join(' ')]
}

function needs(access: Access): string {
  switch (access.auth) {
    case 'none':
      return 'no token'
    case 'any_token':
      return 'any token'
    case 'pat':
      return 'a personal access token'
    case 'scoped':
      return access.anyOf.map((set) => set.toSorted().map(mono).join(' and ')).join(', or ')
  }
}
