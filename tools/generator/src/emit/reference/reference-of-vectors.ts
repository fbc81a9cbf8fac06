import type { Model } from '../../model/model.js'
import type { Form, Vector, VectorList } from '../../model/vector-list.js'
import type { Emitter } from '../output.js'
import { prose } from '../words/prose.js'
import { fenced, heading, mono, page, table, toHeading } from './markdown.js'

/** How a port to another language tests itself by the examples, as a page to read. */
export const referenceOfVectors: Emitter = (model, { reference }) =>
  model.vectors.length === 0
    ? []
    : [{ path: `${reference}/vectors.md`, from: ['vectors'], content: text(model) }]

function text({ provider, vectors }: Model): string {
  return page(
    heading(1, `Examples of ${provider.name}'s login service`),
    'A client in any language can test itself by these examples. All of them stand, beside this page in the repository, ' +
      `in ${mono('vectors.json')}, and the form of that document in ${mono('schema/vectors.json')}, a JSON Schema. ` +
      'This repository tests its own client by the same.',
    'For each list write one test that takes an example, does with its input what the list says, and compares what comes ' +
      'of it with what the example says. Values are compared to the letter; only the order of the members of an object ' +
      'means nothing. What an example does not mention is left out, not empty.',
    'Every example has a `name`, which says what it shows; no two of one list share it, so put it into the name of the ' +
      'test. `proves`, where it is there, has the rows of the conformance list that the example is about.',
    '- **Canonical form**: each scope once, in its present spelling, sorted by the codes of its characters. Every spelling, and ' +
      'what each scope includes, is in `scopes.json` ([scopes.md](scopes.md) to read).\n' +
      '- **An operation** is named by its method and path. What each needs is in `operations.json` ' +
      '([operations.md](operations.md) to read).\n' +
      "- **An error's code** is one of the list `errors`, which tells when it arises and whether to try again, or the login " +
      "server's own ([endpoints.md](endpoints.md#error-codes)). A port with names of its own keeps a table of them.\n" +
      '- **What a value may be**, to the length, stands in [endpoints.md](endpoints.md#values), and for programs in the JSON ' +
      'Schemas of `schema/`. In their patterns `$` is the end of the text: where an engine lets it match before a last ' +
      'line break too, as that of Python does, refuse a text that ends in one.',
    table(
      ['list', 'examples', 'what is in it'],
      vectors.map(({ name, examples, description }) => [
        toHeading(name, mono(name)),
        String(examples.length),
        prose(description),
      ]),
    ),
    ...vectors.flatMap(list),
  )
}

/** What is told once for all lists. */
const everywhere: readonly string[] = ['name', 'proves'].map(mono)

function list({ name, description, form, examples }: VectorList): string[] {
  return [
    heading(2, name),
    prose(description),
    table(
      ['key', 'value', 'needed', 'what it is'],
      rows(form, '').filter(([key = '']) => !everywhere.includes(key)),
    ),
    isTable(form, examples)
      ? tableOf(form, examples)
      : fenced('json', JSON.stringify(telling(examples), undefined, 2)),
  ]
}

/** Longer examples would make a table that nobody can read. */
const LONGEST_ROW = 240

/** Whether examples are simple and short enough to show them all. */
function isTable({ properties = {} }: Form, examples: readonly Vector[]): boolean {
  const own = Object.entries(properties).filter(([key]) => !everywhere.includes(mono(key)))
  return (
    own.every(([, { type }]) => type !== 'array' && type !== 'object') &&
    examples.every((example) => JSON.stringify(example).length <= LONGEST_ROW)
  )
}

function tableOf({ properties = {} }: Form, examples: readonly Vector[]): string {
  const keys = Object.keys(properties).filter((key) => !everywhere.includes(mono(key)))
  const cell = (value: unknown) => (value === undefined ? '' : mono(String(value)))
  return table(
    ['name', ...keys.map(mono)],
    examples.map((example) => [prose(example.name), ...keys.map((key) => cell(example[key]))]),
  )
}

/** Longer ones would take the page over. */
const LONGEST = 600

/** The example that shows most: it has most keys and, of equals, is the longest that a page has room for. */
function telling(examples: readonly Vector[]): Vector | undefined {
  const length = (example: Vector): number => JSON.stringify(example).length
  const keys = (example: Vector): number => Object.keys(example).length
  const [first] = examples
    .filter((example) => length(example) <= LONGEST)
    .toSorted((one, other) => keys(other) - keys(one) || length(other) - length(one))
  return first
}

function rows({ properties = {}, required = [], oneOf = [] }: Form, within: string): string[][] {
  const alternatives = oneOf.flatMap((one) => one.required ?? [])
  return Object.entries(properties).flatMap(([key, form]) => {
    const others = alternatives.filter((other) => other !== key)
    const chosen = alternatives.includes(key) ? `this or ${others.map(mono).join(', ')}` : 'no'
    const needed = required.includes(key) ? 'yes' : chosen
    const own = [mono(within + key), valueWords(form), needed, prose(form.description ?? '')]
    return [own, ...rows(form, `${within}${key}.`), ...rows(form.items ?? {}, `${within}${key}[].`)]
  })
}

function valueWords({ type, enum: words, items }: Form): string {
  if (words !== undefined) return words.map(mono).join(' or ')
  switch (type) {
    case 'string':
      return 'text'
    case 'integer':
      return 'number'
    case 'array':
      return items === undefined ? 'list' : `list of ${valueWords(items).replace(/^\w+/, '$&s')}`
    default:
      return type ?? ''
  }
}
