// A document says the same whatever its form: YAML or JSON, one file or split by $ref, on the
// disk or behind an address.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { document, newer, same } from './acme-document.fixture.js'
import { fileWith, folderWith } from './file-with.fixture.js'
import { serve } from './serve.fixture.js'
import { acmeWith, Workbench } from './workbench.fixture.js'

/** Files by their names; the document is `openapi`. */
type Files = ReadonlyMap<string, string>

interface OpenApi {
  readonly paths: Readonly<Record<string, object>>
  readonly components: { readonly securitySchemes: object }
}

const whole = (extension: string, write: (value: object) => string) => (document: OpenApi) =>
  new Map([[`openapi.${extension}`, write(document)]])

/** A file for each path, and the schemes within another. */
const split = (extension: string, write: (value: object) => string) => (document: OpenApi) => {
  const items = Object.entries(document.paths).map(([path, item], index) => ({
    path,
    item,
    file: `paths/${index}.${extension}`,
  }))
  const shared = `shared.${extension}`
  const main = {
    ...document,
    paths: Object.fromEntries(items.map(({ path, file }) => [path, { $ref: file }])),
    components: { securitySchemes: { $ref: `${shared}#/x-schemes/all` } },
  }
  return new Map([
    [`openapi.${extension}`, write(main)],
    [shared, write({ 'x-schemes': { all: document.components.securitySchemes } })],
    ...items.map(({ file, item }): [string, string] => [file, write(item)]),
  ])
}

async function onDisk(files: Files): Promise<string> {
  return join(await folderWith(files), nameOf(files))
}

async function onServer(files: Files): Promise<string> {
  const url = await serve(({ url: path = '' }, answer) => {
    const text = files.get(path.slice(1))
    if (text === undefined) answer.writeHead(404).end()
    else answer.end(text)
  })
  return new URL(nameOf(files), url).href
}

function nameOf(files: Files): string {
  return [...files.keys()][0] ?? ''
}

/** What the spec says after the step from one document to the next, from a spec without operations. */
async function afterStep(place: (text: string) => Promise<string>): Promise<readonly string[]> {
  const bench = new Workbench(acmeWith({ operations: 'operations: {}\n' }))
  for (const text of [document(same, { version: '3.2.1' }), newer]) {
    const file = await place(text)
    const { code, printed } = await bench.bring(file)
    expect(code, printed).toBe(0)
    expect((await bench.bring(file)).printed).toContain('it stays as it is')
  }
  return [bench.operations, bench.scopes]
}

const expected = await afterStep(fileWith)

const json = (value: object) => JSON.stringify(value)

test.each([
  ['a file of YAML', whole('yaml', stringify), onDisk],
  ['a file of JSON', whole('json', json), onDisk],
  ['split YAML', split('yaml', stringify), onDisk],
  ['split JSON', split('json', json), onDisk],
  ['YAML behind an address', whole('yaml', stringify), onServer],
  ['JSON behind an address', whole('json', json), onServer],
  ['split YAML behind an address', split('yaml', stringify), onServer],
  ['split JSON behind an address', split('json', json), onServer],
])('the step from one document to the next is the same: %s', async (_, form, put) => {
  expect(expected[0]).toContain('rocket:read')
  expect(await afterStep((text) => put(form(parse(text))))).toEqual(expected)
})
