/** A module to practise on: of each kind of declaration one. */
import { code, list, type Module, spreadObject, text } from './declarations.js'

const docs = 'One of its kind.\n\n@deprecated since 1.0.0'

export const practice: Module = {
  imports: [{ from: './other.js', names: ['Other'], typeOnly: true }],
  declarations: [
    {
      kind: 'constant',
      name: 'one',
      docs,
      value: spreadObject([{ name: 'key', docs, value: list([text('value')]) }]),
      asConst: true,
    },
    { kind: 'interface', name: 'One', docs, fields: [{ name: 'key', docs, type: 'string', optional: true }] },
    { kind: 'union', name: 'Either', docs, members: ["'one'", "'other'"] },
    { kind: 'type-map', name: 'Each', docs, entries: [{ name: 'one', members: ["'one'", "'other'"] }] },
    {
      kind: 'function',
      name: 'first',
      docs,
      parameter: { name: 'of', type: 'Other' },
      returns: 'string',
      steps: [{ kind: 'call', callee: 'look', args: [code('of')] }],
      result: code('of.first'),
    },
    { kind: 'reexport', from: './other.js' },
  ],
}
