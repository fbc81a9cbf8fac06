// What an editor offers where a scope is written: TypeScript's own servers are asked.
import { join } from 'node:path'
import { OAuthScopes } from '@linode-login/core'
import { operations } from '@linode-login/core/operations'
import { hierarchy } from '@linode-login/core/scopes'
import { type Editor, LanguageServer, TsServer } from '@linode-login/tool-bench/editor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Project } from './typescripts.fixture.js'

const every = [...Object.keys(hierarchy.includes), OAuthScopes.all].sort()

/** Where a scope is written, and where an operation is: `|` stands where the editor is asked. */
const scopesAt = [
  ['asked for, alone', "client.generateLoginUrl({ scopes: '|' })"],
  ['asked for, in a list', "void client.beginLogin({ scopes: ['vpc:*', '|'], pending })"],
  ['required of a token', "token.require('|')"],
  ['required of a token beside another', "token.require('vpc:*', '|')"],
  ['a token is asked about', "token.covers('|')"],
  ['compared with what a token has', "token.scopes.includes('|')"],
  ['read by the algebra', "OAuthScopes.missing(token.scopes, ['|'])"],
  ['that a function declares to need', "declare function use(token: OAuthToken<'|'>): void"],
] as const
const operationsAt = [
  ['asked for, as the only one', "forOperations(['|'])"],
  ['asked for beside another', "forOperations(['GET /account', '|'])"],
  ['that a scope may be for', "whyNeeded('linodes:*', ['|'])"],
] as const

const beforeScopes = `import { type LinodeLoginClient, OAuthScopes, type OAuthToken, type PendingLogins } from '@linode-login/core'
declare const client: LinodeLoginClient
declare const pending: PendingLogins
declare const token: OAuthToken
export { client, OAuthScopes, pending, token }
`
const beforeOperations = "import { forOperations, whyNeeded } from '@linode-login/core/operations'\n"

const fileOf = (what: string) => `${what.replaceAll(/\W+/g, '-')}.ts`

let project: Project
beforeAll(() => {
  project = new Project()
  project.write(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [] } }',
  )
  // Of a file that is not on the disk TypeScript 6 looks first for a project of its own, four times as long.
  for (const [what] of scopesAt) project.write(fileOf(what), beforeScopes)
  for (const [what] of operationsAt) project.write(fileOf(what), beforeOperations)
})
afterAll(() => project?.remove())

describe.each([
  ['TypeScript 6', () => new TsServer()],
  ['TypeScript 7', () => new LanguageServer(project.folder)],
])('%s', (_, start) => {
  let editor: Editor
  beforeAll(() => {
    editor = start()
  })
  afterAll(() => editor?.[Symbol.asyncDispose]())

  async function offeredAt(what: string, before: string, line: string): Promise<readonly string[]> {
    editor.open(join(project.folder, fileOf(what)), before + line.replace('|', ''))
    const offered = await editor.completions(before.length + line.indexOf('|'))
    return [...offered.keys()].sort()
  }

  test.each(scopesAt)('every scope is offered where one is %s', async (what, line) => {
    expect(await offeredAt(what, beforeScopes, line)).toEqual(every)
  })

  test.each(operationsAt)(
    'every operation that an OAuth token may call is offered where one is %s',
    async (what, line) => {
      const open = [...operations()].filter(([, { needs }]) => needs !== 'pat')
      const names = open.flatMap(([name, { id }]) => [name, id])
      expect(await offeredAt(what, beforeOperations, line)).toEqual(names.sort())
    },
  )
})
