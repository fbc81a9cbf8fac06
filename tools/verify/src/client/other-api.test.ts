// What the API's headers and refusals are called is the spec's to say. Here is a core whose spec said something else.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../repository.js'

const other = `
export const apiBasePath = '/v9'
export const scopeHeaders = { granted: 'X-Has', accepted: 'X-Needs' }
export const refusals = {
  insufficientScope: { status: 403, reason: 'Too little' },
  invalidToken: { status: 401, reason: 'Bad token' },
}
export const reasonPlace = ['problem', 1, 'why']
`

let folder: string
let core: typeof import('@linode-login/core/audit')
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'core-'))
  for (const part of ['dist', 'src'])
    cpSync(`${root}packages/core/${part}`, join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'dist/generated/api.js'), other)
  core = await import(pathToFileURL(join(folder, 'dist/audit/index.js')).href)
})
afterAll(() => rmSync(folder, { recursive: true }))

function answer(status: number, headers: Record<string, string>, why: string): Response {
  return new Response(JSON.stringify({ problem: [{}, { why }] }), { status, headers })
}

async function called(response: Response): Promise<unknown> {
  const api = core.auditingFetch(async () => response, { asked: [] })
  return api('https://api.example/').catch((error: unknown) => error)
}

test('headers, status, reason and its place are those of the spec', async () => {
  const headers = { 'x-has': 'domains:read_only', 'x-needs': 'linodes:read_only' }
  const error = await called(answer(403, headers, 'whatever'))
  expect(error).toMatchObject({ needed: ['linodes:read_only'], missing: ['linodes:read_only'] })
  expect(await called(answer(403, {}, 'Too little'))).toBeInstanceOf(core.InsufficientScopeError)
  expect(await called(answer(403, headers, 'Bad token'))).toBeInstanceOf(Response)
  expect(await called(answer(401, headers, 'Too little'))).toBeInstanceOf(Response)
})

test('a token is asked about where the API begins', async () => {
  const urls: string[] = []
  await core.scopesOfToken(async (input) => {
    urls.push(String(input))
    return answer(200, {}, '')
  })
  expect(urls).toEqual(['https://api.linode.com/v9/profile'])
})
