// The examples in core's own words: each function and class has one, and each is run, with
// what it says comes of it.
import { readdirSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import * as core from '@linode-login/core'
import * as audit from '@linode-login/core/audit'
import * as describing from '@linode-login/core/describe'
import * as operations from '@linode-login/core/operations'
import * as scopes from '@linode-login/core/scopes'
import { FakeLogin } from '@linode-login/testing'
import ts from 'typescript'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../repository.js'

const folder = `${root}packages/core/src/`
const { OAuthScopes, ...others } = { ...core, ...audit, ...describing, ...operations, ...scopes }
const names: Readonly<Record<string, unknown>> = { ...OAuthScopes, ...others }
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
  .flatMap(examplesIn)

test('every function and class for apps has an example; of the errors their root and what begins a login', () => {
  const { LinodeLoginError, InsufficientScopeError } = core
  const shown = new Set(examples.map(({ of }) => of))
  const lacking = Object.entries(names).filter(
    ([name, value]) =>
      typeof value === 'function' &&
      !shown.has(name) &&
      (!(value.prototype instanceof LinodeLoginError) || value === InsufficientScopeError),
  )
  expect(lacking.map(([name]) => name)).toEqual([])
})

let login: FakeLogin
const real = globalThis.fetch
beforeAll(async () => {
  login = await FakeLogin.start()
})
afterAll(() => login?.stop())
afterEach(() => vi.unstubAllGlobals())

test.each(examples)('$of: what the example in $file says comes of it', async ({ code }) => {
  vi.stubGlobal('fetch', toTheFake)
  const outcomes: { readonly said: unknown; readonly came: unknown }[] = []
  const outcome = (came: unknown, said: unknown): void => void outcomes.push({ said, came })
  const given = { ...names, ...(await stage()), outcome, OAuthScopes }
  const run = new Function(...Object.keys(given), withoutTypes(telling(code)))
  await Reflect.apply(run, undefined, Object.values(given))
  expect(outcomes.map(({ came }) => came)).toEqual(outcomes.map(({ said }) => said))
  expect(outcomes.length).toBeGreaterThan(0)
})

interface Example {
  readonly file: string
  /** The function or the class. */
  readonly of: string
  readonly code: string
}

function examplesIn(file: string): readonly Example[] {
  const source = sourceOf(readFileSync(folder + file, 'utf8'))
  return source.statements.flatMap((statement) => {
    const isClass = ts.isClassDeclaration(statement)
    if (!isClass && !ts.isFunctionDeclaration(statement)) return []
    const documented = isClass ? [statement, ...statement.members] : [statement]
    return documented
      .flatMap((node) => ts.getJSDocTags(node))
      .filter(({ tagName }) => tagName.text === 'example')
      .map(({ comment }) => {
        const [, code = ''] = /```ts\n(.*)```/s.exec(ts.getTextOfJSDocComment(comment) ?? '') ?? []
        return { file, of: statement.name?.text ?? '', code }
      })
  })
}

function withoutTypes(code: string): string {
  return ts.transpile(`return (async () => {\n${code}\n})()`, { target: ts.ScriptTarget.ESNext })
}

function sourceOf(code: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
}

/** The code, in which each expression with a value or a print-out in the comment behind it tells both. */
function telling(code: string): string {
  const text = code.replaceAll(/\n\/\/ {2,}/g, ' ').replaceAll('\n// ', ' // ')
  return sourceOf(text)
    .statements.map((statement) => {
      const [comment] = ts.getTrailingCommentRanges(text, statement.end) ?? []
      if (comment === undefined || !ts.isExpressionStatement(statement)) return statement.getText()
      const said = text.slice(comment.pos, comment.end).replace(/^\/\/ /, '')
      const expression = statement.expression.getText()
      const [, printed] = /^console\.log\((.*)\)$/s.exec(expression) ?? []
      if (printed !== undefined) return `outcome(String(${printed}), ${JSON.stringify(said)})`
      return isValue(said) ? `outcome(${expression}, ${said})` : statement.getText()
    })
    .join('\n')
}

/** Other comments are words. */
function isValue(said: string): boolean {
  try {
    runInNewContext(`(${said})`)
    return true
  } catch {
    return false
  }
}

async function toTheFake(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  const { pathname, search, host } = new URL(request.url)
  const origin = { 'login.linode.com': login.url, 'api.linode.com': login.apiUrl }[host]
  return real(origin === undefined ? request : new Request(origin + pathname + search, request))
}

/**
 * What an app has where an example begins: a user who has granted `linodes:read_write`,
 * and a login on its way back.
 */
async function stage(): Promise<Readonly<Record<string, unknown>>> {
  const redirectUri = 'https://app.example/callback'
  const credentials = login.registerClient({ redirectUri })
  const client = new core.LinodeLoginClient({ ...credentials, redirectUri })
  const pending = new core.MemoryPendingLogins()
  const callback = async (): Promise<string> => {
    const { url } = await client.beginLogin({ scopes: 'linodes:read_write', pending })
    return (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? ''
  }
  const token = await client.completeLogin(await callback(), { pending })
  const api = audit.auditingFetch(core.bearerFetch(token), { asked: token.scopes })
  const response = await api('https://api.linode.com/v4/linode/instances')
  const error = new core.InsufficientScopeError(['domains:read_only'], ['domains:read_only'])
  return {
    ...credentials,
    redirectUri,
    client,
    pending,
    logins: pending,
    cookie: 'of-this-browser',
    callbackUrl: await callback(),
    token,
    response,
    reports: [api.report()],
    error,
  }
}
