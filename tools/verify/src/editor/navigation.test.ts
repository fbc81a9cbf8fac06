// What an editor shows of a scope in an app that has installed the packages:
// TypeScript's own servers are asked.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OAuthScopes } from '@linode-login/core'
import { type Editor, LanguageServer, TsServer } from '@linode-login/tool-bench/editor'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../repository.js'

const spec: {
  families: Record<string, { name: string; things: string; retired?: object }>
  folded: Record<string, { name?: string }>
} = parse(readFileSync(`${root}spec/scopes.yaml`, 'utf8'))

/** The name in code of each family, with the key that it has in the spec. */
const keys = new Map(
  [...Object.entries(spec.families), ...Object.entries(spec.folded)].flatMap(([key, { name }]) =>
    name === undefined ? [] : [[name, key] as const],
  ),
)

/** The names that are struck through. */
const deprecated = [
  ...Object.values(spec.families).filter(({ retired }) => retired !== undefined),
  ...Object.values(spec.folded),
].flatMap(({ name }) => name ?? [])

const app = inject('app')
const folder = join(app.folder, 'editor')
const file = join(folder, 'app.ts')
beforeAll(() => {
  mkdirSync(folder)
  const compilerOptions = { module: 'nodenext', strict: true, types: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
})

describe.each([
  ['TypeScript 6', () => new TsServer()],
  ['TypeScript 7', () => new LanguageServer(folder)],
])('%s', (_, start) => {
  let editor: Editor
  beforeAll(() => {
    editor = start()
    // Of a file that is not on the disk TypeScript 6 looks first for a project of its own, four times as long.
    writeFileSync(file, '')
    editor.open(file, '')
  })
  afterAll(() => editor?.[Symbol.asyncDispose]())

  /** Shows a program in the editor. */
  function open(program: string): string {
    editor.change(program)
    return program
  }

  /** The lines of the shipped spec that the definition of a name leads to, with brackets round what is marked. */
  async function linesAt(offset: number): Promise<readonly string[]> {
    const shipped = join(app.folder, 'node_modules/@linode-login/core/dist/spec/scopes.yaml')
    return (await editor.definition(offset)).map((definition) => {
      expect(definition.file).toBe(shipped)
      return marked(definition)
    })
  }

  test.each(['core', 'node', 'browser'])(
    'a scope taken from %s leads to its line in the spec',
    async (name) => {
      const program = open(
        `import { OAuthScopes } from '@linode-login/${name}'\nexport const scope = OAuthScopes.Linodes.readOnly\n`,
      )
      expect(await linesAt(program.indexOf('readOnly'))).toEqual(['  [linodes]:'])
    },
  )

  test.each(['core', 'node', 'browser'])(
    "a scope of %s's module of a family leads to its line",
    async (name) => {
      const program = open(
        `import { readOnly } from '@linode-login/${name}/scopes/vpc'\nexport const scope = readOnly\n`,
      )
      expect(await linesAt(program.lastIndexOf('readOnly'))).toEqual(['  [vpc]:'])
    },
  )

  test('every family, and every scope of one, leads to the key of its family and marks that alone', async () => {
    const names = Object.entries(OAuthScopes).flatMap(([family, scopes]) =>
      typeof scopes === 'object' ? [family, ...Object.keys(scopes).map((scope) => `${family}.${scope}`)] : [],
    )
    expect(names.length).toBeGreaterThan(keys.size * 2)
    const program = open(
      `import { OAuthScopes } from '@linode-login/node'\nexport const scopes = [\n${names.map((name) => `  OAuthScopes.${name},\n`).join('')}]\n`,
    )
    for (const name of names) {
      const end = program.indexOf(`OAuthScopes.${name},`) + `OAuthScopes.${name}`.length
      const lines = await linesAt(end - 1)
      const led = lines.map((line) => line.replace(/:.*/, ''))
      expect([name, led]).toEqual([name, [`  [${keys.get(name.split('.')[0] ?? '')}]`]])
    }
  })

  test('the wildcard leads to its entry, and what the spec does not speak of to its code', async () => {
    const program = open(
      `import { OAuthScopes } from '@linode-login/node'\nexport const all = [OAuthScopes.all, OAuthScopes.parse]\n`,
    )
    expect(await linesAt(program.indexOf('all,'))).toEqual(['[wildcard]:'])
    const [{ file } = { file: '' }] = await editor.definition(program.indexOf('parse'))
    expect(file).toMatch(/core\/src\/scopes\/linode\.ts$/)
  })

  test('in the repository a scope leads to the spec that a maintainer edits, not to a copy', async () => {
    const program = open(
      `import { OAuthScopes } from '${root}packages/core/dist/index.js'\nexport const scope = OAuthScopes.Linodes.readOnly\n`,
    )
    const definitions = await editor.definition(program.indexOf('readOnly'))
    expect(definitions.map(({ file }) => file)).toEqual([`${root}spec/scopes.yaml`])
    expect(definitions.map(marked)).toEqual(['  [linodes]:'])
  })

  test('hovering shows what a scope is for, what it includes, and a link', async () => {
    const program = open(
      `import { OAuthScopes } from '@linode-login/node'\nexport const scope = OAuthScopes.Linodes.readWrite\n`,
    )
    const words = (await editor.hover(program.indexOf('readWrite'))).replace(/\s+/g, ' ')
    expect(words).toContain(spec.families['linodes']?.things)
    expect(words).toContain('Includes `linodes:read_only`.')
    const link = /https:\/\/[^\s)}\]]+\/(reference\/scopes\.md)#([\w-]+)/.exec(words)
    const page = readFileSync(join(app.folder, `node_modules/@linode-login/core/${link?.[1]}`), 'utf8')
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading?.toLowerCase())
    expect(anchors).toContain(link?.[2])
  })

  test('deprecated names are struck through, in the code and in the list to choose from', async () => {
    const program = open(
      `import { OAuthScopes } from '@linode-login/node'
export const scopes = [\n${[...keys.keys()].map((name) => `  OAuthScopes.${name},\n`).join('')}]\n`,
    )
    expect([...(await editor.struckThrough())].sort()).toEqual([...deprecated].sort())
    const listed = await editor.completions(program.indexOf('OAuthScopes.') + 'OAuthScopes.'.length)
    const struck = [...listed].filter(([, isStruck]) => isStruck).map(([name]) => name)
    expect(struck.sort()).toEqual([...deprecated].sort())
    expect([...listed.keys()]).toEqual(expect.arrayContaining([...keys.keys()]))
  })

  test.each(deprecated)('hovering a scope of the deprecated %s says so', async (name) => {
    const program = open(
      `import { OAuthScopes } from '@linode-login/node'\nexport const scope = OAuthScopes.${name}.readOnly\n`,
    )
    expect(await editor.hover(program.indexOf('readOnly'))).toContain('@deprecated')
    expect([...(await editor.struckThrough())].sort()).toEqual([name, 'readOnly'].sort())
  })
})

type Definition = Awaited<ReturnType<Editor['definition']>>[number]

/** The line that a definition leads to; what is marked must lie in what is shown, and that in the file. */
function marked({ file, whole, name }: Definition): string {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  const offsetOf = ({ line, character }: Definition['name']['start']): number => {
    expect(character).toBeLessThanOrEqual(lines[line]?.length ?? -1)
    return lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character)
  }
  const places = [whole.start, name.start, name.end, whole.end].map(offsetOf)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  const [, start = 0, end = 0] = places
  const line = lines[name.start.line] ?? ''
  const before = line.slice(0, name.start.character)
  return `${before}[${text.slice(start, end)}]${line.slice(before.length + end - start)}`
}
