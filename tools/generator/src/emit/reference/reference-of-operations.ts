import { groupBy } from '../../collections/group-by.js'
import type { Model } from '../../model/model.js'
import { needsInWords } from '../../model/needs-in-words.js'
import type { Access, Operation } from '../../model/operation-model.js'
import type { Emitter } from '../output.js'
import { prose } from '../words/prose.js'
import { bullets, heading, mono, page, table, toHeading } from './markdown.js'

/** What each operation of the API needs, as a page to read. */
export const referenceOfOperations: Emitter = (model, { reference, spec }) => {
  const path = `${reference}/operations.md`
  return [{ path, from: ['operations'], content: text(model, mono(spec.operations)) }]
}

function text({ provider, operations, apiVersion }: Model, source: string): string {
  const groups = [...groupBy(operations, ({ path }) => `/${path.split('/')[1] ?? ''}`)]
  const version = apiVersion === undefined ? '' : ` of version ${apiVersion}`
  const differing = operations.filter(({ access, declared }) => needs(access) !== needs(declared)).length
  return page(
    heading(1, `Operations of ${provider.name}'s API`),
    `${operations.length} operations${version} and the scopes that each needs, made from ${source}; the scopes themselves stand in ` +
      `[scopes.md](scopes.md). A wider scope serves as well: any that includes the one named. Where the server was seen to ` +
      `ask for something else than the API document declares, as it does for ${differing} of them, the server is right, and ` +
      'the declaration stands in the last column. For programs the same stands beside this page in the repository, as ' +
      '`operations.json`.',
    bullets(groups.map(([group, { length }]) => `${toHeading(group)}: ${length}`)),
    ...groups.flatMap(([group, members]) => [heading(2, group), table(header, members.map(row))]),
  )
}

const header = ['operation', 'needs', 'remarks']

function row({ key, access, declared, note }: Operation): string[] {
  const [holds, says] = [needs(access), needs(declared)]
  const remarks = [
    ...(holds === says ? [] : [`Declared: ${says}.`]),
    ...(note === undefined ? [] : [prose(note)]),
  ]
  return [mono(key), holds, remarks.join(' ')]
}

/** The scopes of a set by name: declared in another order, they are the same. */
function needs(access: Access): string {
  const { auth } = access
  if (auth !== 'scoped') return needsInWords(access)
  return needsInWords({ auth, anyOf: access.anyOf.map((set) => set.toSorted()) }, mono)
}
