import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { importHistory } from './import-history.js'

vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'))
  git('init', '-q')
})
afterEach(() => rmSync(folder, { recursive: true }))

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args])
}

function tag(name: string, text: string): void {
  writeFileSync(join(folder, 'openapi.yaml'), text)
  git('add', '.')
  git('commit', '-q', '--allow-empty', '-m', name)
  git('tag', name)
}

async function run(): Promise<{ readonly code: number; readonly printed: string }> {
  let printed = ''
  const code = await importHistory([folder], (text) => {
    printed += text
  })
  return { code, printed }
}

const document = (version: string, paths: string): string => `
openapi: 3.0.1
info: { title: API, version: ${version} }
paths: { ${paths} }
components: { securitySchemes: { oauth: { type: oauth2, flows: { x: { scopes: {} } } } } }
`
const account =
  "/account: { get: { operationId: get-account, security: [{ oauth: ['account:read_only'] }] } }"

test('each different document of the tags is imported, in the order of versions, and its questions are counted', async () => {
  tag('v4.9.0', document('4.9.0', account))
  tag('v4.10.0', document('4.10.0', `${account}, /moons: { get: { operationId: get-moons } }`))
  tag('v4.10.1', document('4.10.0', `${account}, /moons: { get: { operationId: get-moons } }`))
  const { code, printed } = await run()
  expect(code, printed).toBe(0)
  expect(printed).toMatch(
    /^v4\.9\.0: \d+ questions? from nothing; as if newer \d+ questions?\nv4\.10\.0: .*\n2 documents, 0 imports failed, at most \d+ questions\n1 promises, all kept\n$/,
  )
})

test('a document that an import fails for is told, and the run fails', async () => {
  tag('v4.10.0', 'openapi: 3.0.1\npaths: { /a: { $ref: none.yaml } }\n')
  const { code, printed } = await run()
  expect(code).toBe(1)
  expect(printed).toContain('v4.10.0: failed: ')
  expect(printed).toContain('\n1 documents, 2 imports failed')
})

test('a document that leaves more questions than a short list has is told, and the run fails', async () => {
  const operation = (path: string, security: string): string =>
    `'${path}': { get: { operationId: 'get-${path}', security: ${security} } }`
  const asking = [
    account,
    "'/new': { get: { operationId: get-new } }",
    operation('/unknown', "[{ oauth: ['what:this'] }]"),
    operation('/unreadable', 'yes'),
    operation('/a/../b', "[{ oauth: ['account:read_only'] }]"),
    operation('/v4/twin', "[{ oauth: ['account:read_only'] }]"),
    operation('/v4beta/twin', "[{ oauth: ['account:read_write'] }]"),
  ]
  const families = "scopes: { 'ant:read_only': '', 'ant:read_write': '' }"
  tag('v4.10.0', document('4.10.0', asking.join(', ')).replace('scopes: {}', families))
  const { code, printed } = await run()
  expect(code).toBe(1)
  expect(printed).toContain('\n1 documents, 0 imports failed')
  expect(printed).toMatch(
    /import-history: the most that one import leaves: \d+ questions; at most 6 promised\n$/,
  )
})

test('what is no one folder of a clone is wrong use, and its help is told without one', async () => {
  rmSync(join(folder, '.git'), { recursive: true })
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  for (const words of [[], [folder], ['--all'], [folder, 'more']])
    expect(await importHistory(words, print), words.join(' ')).toBe(2)
  expect(printed).toBe('')
  expect(await importHistory([folder, '--help'], print)).toBe(0)
  expect(printed).toContain('npm run bench -- import-history <folder>')
})
