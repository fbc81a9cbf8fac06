import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { LinodeLoginClient, MemoryPendingLogins, NetworkError, OAuthScopes } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { token } from '../client/answers/answers.fixture.js'
import { type HostileServer, startServer } from '../client/hostile-server.fixture.js'
import { newAccessToken } from '../client/secrets/secrets.fixture.js'
import { type Certificate, makeAuthority, signServer } from './certificates.fixture.js'

const clientId = '0123456789abcdef0123'

let folder: string
let ours: Certificate
let theirs: Certificate
let ourFile: string
let theirFile: string
let bothFile: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linode-login-'))
  ours = await makeAuthority('Our authority')
  theirs = await makeAuthority('Their authority')
  ourFile = await write('ours.pem', ours.cert)
  theirFile = await write('theirs.pem', theirs.cert)
  bothFile = await write('both.pem', `# Theirs\n${theirs.cert}\n# Ours\n${ours.cert}\n`)
})

afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** A server over TLS that answers everything with a token. */
function startTokenServer(certificate: Certificate): Promise<HostileServer> {
  return startServer(token(), { certificate })
}

/** That a token came, or why none did. */
async function outcome(baseUrl: string, caPath: string | undefined): Promise<string> {
  try {
    await new LinodeLoginClient({ clientId, baseUrl, caPath }).finishOAuth('c0de')
    return 'token'
  } catch (error) {
    if (!NetworkError.is(error)) throw error
    return `${error.code}, sent: ${error.sent}`
  }
}

test('C18 a server whose certificate the file vouches for is trusted', async () => {
  await using server = await startTokenServer(await signServer(ours, '127.0.0.1'))
  expect(await outcome(server.url, ourFile)).toBe('token')
  expect(await outcome(server.url, bothFile)).toBe('token')
})

test('C18 N1 N5 any other is not, and it is told that nothing was sent', async () => {
  await using server = await startTokenServer(await signServer(ours, '127.0.0.1'))
  expect(await outcome(server.url, theirFile)).toBe('failed, sent: no')
  expect(await outcome(server.url, undefined)).toBe('failed, sent: no')
  expect(server.received).toEqual([])
})

test("C18 N1 N5 nor is the right authority's certificate for another host", async () => {
  await using server = await startTokenServer(await signServer(ours, 'login.linode.com'))
  expect(await outcome(server.url, ourFile)).toBe('failed, sent: no')
  expect(server.received).toEqual([])
})

test('C18 the file is read when the client is made, and not again', async () => {
  await using server = await startTokenServer(await signServer(ours, '127.0.0.1'))
  const caPath = await write('soon-gone.pem', ours.cert)
  const client = new LinodeLoginClient({ clientId, baseUrl: server.url, caPath })
  await rm(caPath)
  expect((await client.finishOAuth('c0de')).accessToken).toBe(newAccessToken)
})

test('a whole login goes through a CA file', async () => {
  const redirectUri = 'https://app.example/callback'
  await using login = await FakeLogin.start({ tls: await signServer(ours, '127.0.0.1') })
  const client = new LinodeLoginClient({
    baseUrl: login.url,
    caPath: ourFile,
    redirectUri,
    clock: login.clock,
    ...login.registerClient({ redirectUri }),
  })
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url } = await client.beginLogin({ scopes: OAuthScopes.Linodes.readOnly, pending })
  const answer = await login.fetch(url, { redirect: 'manual' })
  const token = await client.completeLogin(answer.headers.get('location') ?? '', { pending })
  const next = await client.refreshOAuthToken(token)
  expect(next.covers(OAuthScopes.Linodes.readOnly)).toBe(true)
  expect(await client.expireToken(next)).toBe(true)
})

const program = `
  import { LinodeLoginClient } from '@linode-login/node'
  const { BASE_URL: baseUrl, CA: caPath } = process.env
  try {
    await new LinodeLoginClient({ clientId: '${clientId}', baseUrl, caPath }).finishOAuth('c0de')
    console.log('token')
  } catch (error) {
    console.log(error.code + ', sent: ' + error.sent)
  }
`

/** What the client makes of a server when Node itself is started with such an environment. */
async function outcomeUnder(environment: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, ...environment },
  })
  return stdout.trim()
}

test('B13 the file replaces the roots of Node, those added by NODE_EXTRA_CA_CERTS too', async () => {
  await using server = await startTokenServer(await signServer(theirs, '127.0.0.1'))
  const environment = { BASE_URL: server.url, NODE_EXTRA_CA_CERTS: theirFile }
  expect(await outcomeUnder(environment)).toBe('token')
  expect(await outcomeUnder({ ...environment, CA: ourFile })).toBe('failed, sent: no')
})

test('C18 a forgotten NODE_TLS_REJECT_UNAUTHORIZED=0 does not undo the file', async () => {
  await using server = await startTokenServer(await signServer(theirs, '127.0.0.1'))
  const environment = { BASE_URL: server.url, NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  expect(await outcomeUnder(environment)).toBe('token')
  expect(await outcomeUnder({ ...environment, CA: ourFile })).toBe('failed, sent: no')
})
