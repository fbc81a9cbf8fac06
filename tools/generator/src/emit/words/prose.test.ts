import ts from 'typescript'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { acme } from '../../spec/acme.fixture.js'
import type { PerPart } from '../../spec/documents.js'
import { emitted, jsonOf, modelFrom } from '../model.fixture.js'
import { outputs, outputsOfExamples } from '../outputs.js'
import { openapi } from '../standards/openapi.js'
import { prose } from './prose.js'

test.each([
  ['Plain words, read_only ones too: 5 > 4.', 'Plain words, read_only ones too: 5 > 4.'],
  ['`a_*b` and *c*', '`a_*b` and \\*c\\*'],
  ['one ` alone', 'one \\` alone'],
  ['_x_ <b> [y](z) ~w~ #1 $m$ &amp; \\', '\\_x\\_ \\<b> \\[y\\](z) \\~w\\~ \\#1 \\$m\\$ \\&amp; \\\\'],
  ['{@link x} @tag', '\\{\\@link x\\} \\@tag'],
  ['one\n  two', 'one two'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['> quote', '\\> quote'],
])('%j is written %j', (words, markdown) => {
  expect(prose(words)).toBe(markdown)
})

const HOSTILE = '<b> *x* _y_ [z](u) | @tag */'
const wordKeys = new Set(['title', 'description', 'deprecated', 'note', 'reason'])

/** The same spec, with such words before whatever a person wrote. */
function hostile(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return wordsFor(key, value)
  if (Array.isArray(value)) return value.map((item) => hostile(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => [
      name,
      hostile(below, key === 'descriptions' ? 'description' : name),
    ]),
  )
}

function wordsFor(key: string, value: string): string {
  if (key === 'things') return `odd ${HOSTILE} ${value}`
  return wordKeys.has(key) ? `Odd ${HOSTILE} ${value}` : value
}

function hostileText(yaml: string): string {
  const document: { provider?: { name: string } } = Object(hostile(parse(yaml)))
  if (document.provider !== undefined) document.provider.name = 'Acme <b> *x* _y_ [z](u) | @tag */ Cloud'
  return stringify(document)
}

const spec: PerPart<string> = {
  endpoints: hostileText(acme.endpoints),
  scopes: hostileText(acme.scopes),
  operations: hostileText(acme.operations),
}

async function files(ending: string): Promise<[path: string, text: string][]> {
  const all = await Promise.all([...outputs, ...outputsOfExamples].map((emitter) => emitted(emitter, spec)))
  return all.flatMap((texts) => Object.entries(texts)).filter(([path]) => path.endsWith(ending))
}

/** Where a link leads is no Markdown. */
const TARGETS = /\]\(#[^)]*\)|\{@link [^}]*\}/g
const LIVE = /(?<!\\)(<b>|\*x|_y|\[z|@tag)/

test('no page reads words of the spec as Markdown or HTML', async () => {
  const pages = await files('.md')
  expect(pages).toHaveLength(3)
  for (const [path, text] of pages) {
    expect(text.replace(/```.*?```/gs, '').replace(TARGETS, ''), path).not.toMatch(LIVE)
    for (const table of text.match(/(?:^\|.*\n)+/gm) ?? []) {
      const bars = table
        .trim()
        .split('\n')
        .map((row) => row.match(/(?<!\\)\|/g)?.length)
      expect(new Set(bars).size, table).toBe(1)
    }
  }
  for (const [path, text] of await files('.html')) expect(text, path).not.toContain('<b>')
})

test('no doc comment reads them as a tag or a link, or ends', async () => {
  for (const [path, text] of await files('.ts')) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    expect(file, path).toHaveProperty('parseDiagnostics', [])
    const visit = (node: ts.Node): void => {
      for (const doc of ts.getJSDocCommentsAndTags(node)) {
        expect(doc.getText().replace(TARGETS, ''), path).not.toMatch(LIVE)
        const tags = ts.isJSDoc(doc) ? (doc.tags ?? []).map(({ tagName }) => tagName.text) : []
        expect(['see', 'deprecated', 'throws'], path).toEqual(expect.arrayContaining(tags))
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
})

test('a description in an OpenAPI document is Markdown too', async () => {
  const document = jsonOf(openapi, await modelFrom(spec))
  const described: string[] = []
  JSON.stringify(document, (key, value) => {
    if (key === 'description' && typeof value === 'string') described.push(value)
    return value
  })
  expect(described.length).toBeGreaterThan(10)
  for (const text of described) expect(text).not.toMatch(LIVE)
})
