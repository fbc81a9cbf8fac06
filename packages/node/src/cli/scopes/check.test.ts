import { describe, expect, test } from 'vitest'
import type { Paint } from '../command.js'
import { personal, personalPath } from '../command-line.fixture.js'
import { coloured, plain } from '../paint.js'
import { run } from '../run.js'

const API = 'https://api.linode.com/v4'

/** One entry of a log as a browser records it, with secrets wherever one can stand. */
function entry(method: string, url: string, accepted?: string, status = 200) {
  const secret = 'a1b2c3d4'.repeat(8)
  const headers = accepted === undefined ? [] : [{ name: 'X-Accepted-OAuth-Scopes', value: accepted }]
  return {
    request: {
      method,
      url: `${url}?access_token=${secret}`,
      headers: [
        { name: 'Authorization', value: `Bearer ${secret}` },
        { name: 'Cookie', value: `session=${secret}` },
      ],
      postData: { text: `{"token":"${secret}"}` },
    },
    response: {
      status,
      headers: [...headers, { name: 'Set-Cookie', value: secret }],
      content: { text: secret },
    },
  }
}

const har = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', entries } })

const check = (asked: string, log: string | Uint8Array, ...words: string[]) =>
  checkedIn(plain, asked, log, ...words)

async function checkedIn(paint: Paint, asked: string, log: string | Uint8Array, ...words: string[]) {
  async function* read() {
    yield typeof log === 'string' ? new TextEncoder().encode(log) : log
  }
  return run(['scopes', 'check', '--asked', asked, '--log', 'har.json', ...words], { read }, paint)
}

describe('what calls needed', () => {
  test('is what the server said', async () => {
    const log = har(
      entry('GET', `${API}/linode/instances`, 'linodes:read_only'),
      entry('GET', `${API}/linode/instances/123`, 'linodes:read_only'),
      entry('GET', `${API}/linode/instances/456`, 'linodes:read_only'),
    )
    expect(await check('linodes:read_write', log)).toEqual({
      exitCode: 1,
      stdout: `1 × GET /linode/instances             linodes:read_only
2 × GET /linode/instances/{linodeId}  linodes:read_only

asked for \`linodes:read_write\`; every call needed \`linodes:read_only\`

client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })
`,
      stderr: '',
    })
  })

  test('is what the table says where the server said nothing, or nothing that scopes are written with', async () => {
    const log = har(
      entry('GET', `${API}/linode/instances`),
      entry('POST', `${API}/volumes`, 'volumes:read_write\u001b[2J'),
    )
    const { exitCode, stdout } = await check('linodes:read_only', log)
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      'GET /linode/instances  linodes:read_only (by the table: the answer does not say)\n',
    )
    expect(stdout).toContain('did not ask for `volumes:read_write`; a call needed it\n')
    expect(stdout).not.toContain('\u001b')
  })

  test('the server wins over the table, and `*` means that no scope is needed', async () => {
    const log = har(entry('GET', `${API}/linode/instances`, '*'))
    expect((await check('', log)).exitCode).toBe(0)
  })

  test('a refused call counts', async () => {
    const log = har(entry('POST', `${API}/linode/instances`, 'linodes:read_write', 401))
    expect(JSON.parse((await check('linodes:read_only', log, '--json')).stdout)).toMatchObject({
      calls: 1,
      missing: ['linodes:read_write'],
      operations: [{ operation: 'POST /linode/instances', by: 'server', missing: ['linodes:read_write'] }],
    })
  })

  test('what was asked for and needed is fine', async () => {
    const { exitCode, stdout } = await check(
      'linodes:read_only',
      har(entry('GET', `${API}/linode/instances`)),
    )
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/\n\nall that was asked for was needed, and nothing else\n$/)
  })

  test('a call that takes a personal access token only is a finding', async () => {
    const { exitCode, stdout } = await check('', har(entry('GET', API + personalPath)))
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^1 × GET \S+ {2}a personal access token only\n/)
    expect(stdout).toContain(`\`${personal}\` takes a personal access token only: no scope opens it\n`)
  })

  test('a misspelt scope is told', async () => {
    const { stdout } = await check('linode:read_only', har(entry('GET', `${API}/linode/instances`)))
    expect(stdout).toContain("linode:read_only isn't known. Did you mean linodes:read_only?\n")
  })
})

describe('all that can be said of a log', () => {
  const log = har(
    ...Array.from({ length: 10 }, () => entry('GET', `${API}/regions`)),
    entry('POST', `${API}/images`, 'images:read_write linodes:read_only'),
    entry('GET', `${API}/linode/instances`, '*'),
    entry('GET', `${API}/rockets`),
    null,
  )

  test('is a table, the findings, what could not be judged, and what to ask for', async () => {
    const { exitCode, stdout } = await check('volumes:*', log)
    expect(exitCode).toBe(1)
    expect(stdout).toBe(` 1 × GET /linode/instances  no scope
10 × GET /regions           no scope (by the table: the answer does not say)
 1 × GET /v4/rockets        nobody says what it needed
 1 × POST /images           images:read_write and linodes:read_only: not asked for images:read_write, linodes:read_only

asked for \`volumes:*\`; no call needed it (1 of 13 did not say)
did not ask for \`images:read_write\`; a call needed it
did not ask for \`linodes:read_only\`; a call needed it
1 entry of the log can't be read.
Of 1 call nobody says what it needed.

client.beginLogin({ scopes: [OAuthScopes.Images.readWrite, OAuthScopes.Linodes.readOnly], pending })
`)
  })

  test.each([
    ['volumes:*', log],
    ['lke:raed_only', har(entry('GET', `${API}/regions`))],
    ['linodes:read_only', har(entry('GET', `${API}/linode/instances`))],
    ['', har(entry('GET', API + personalPath))],
  ])('is the same in colour: asked for %s', async (asked, text) => {
    const { stdout } = await checkedIn(coloured, asked, text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
    const codes = /\u001b\[\d+m/g
    expect(stdout).toMatch(codes)
    expect(stdout.replace(codes, '')).toBe((await check(asked, text)).stdout)
  })

  test('more than one is told in the plural', async () => {
    const { stdout } = await check('', har(entry('GET', `${API}/rockets`), entry('GET', `${API}/mars`), 1, 2))
    expect(stdout).toContain("2 entries of the log can't be read.\nOf 2 calls nobody says what it needed.\n")
  })
})

describe('which calls count', () => {
  test("those to the API or whose answer speaks of scopes; a browser's own and other sites' don't", async () => {
    const log = har(
      entry('OPTIONS', `${API}/linode/instances`),
      entry('GET', 'https://example.org/account'),
      entry('GET', 'https://proxy.example/api/v4/volumes', 'volumes:read_only'),
      entry('GET', 'http://127.0.0.1:8081/v4/domains'),
    )
    const { stdout } = await check('', log, '--api', 'http://127.0.0.1:8081/', '--json')
    expect(JSON.parse(stdout).operations.map(({ operation }: { operation: string }) => operation)).toEqual([
      'GET /api/v4/volumes',
      'GET /domains',
    ])
  })

  test.each([
    ['https://gateway.example/linode', ['GET /domains']],
    ['https://gateway.example/linode/v4/', ['GET /domains']],
    ['https://gateway.example', ['GET /account', 'GET /linode/v4/domains', 'GET /linodes/v4/volumes']],
  ])('with --api %s those below its path', async (api, operations) => {
    const log = har(
      entry('GET', 'https://gateway.example/linode/v4/domains'),
      entry('GET', 'https://gateway.example/linodes/v4/volumes'),
      entry('GET', 'https://gateway.example/account'),
    )
    const found = JSON.parse((await check('', log, '--api', api, '--json')).stdout).operations
    expect(found.map(({ operation }: { operation: string }) => operation)).toEqual(operations)
  })

  test('no call is a finding: nothing was found out', async () => {
    const { exitCode, stdout } = await check('linodes:*', har())
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: 'no call to the API was found\n' })
  })

  test('entries that are none are counted and passed over', async () => {
    const broken = [null, 1, 'x', [], {}, { request: null }, { request: { method: 'GET', url: 'no url' } }]
    const more = [{ request: { method: 'G\u001bET', url: API } }, { request: { method: 7, url: API } }]
    const odd = {
      request: { method: 'get', url: `${API}/account` },
      response: { status: '2', headers: [null, 1] },
    }
    const { stdout } = await check('account:read_only', har(...broken, ...more, odd))
    expect(stdout).toContain('1 × GET /account')
    expect(stdout).toContain('9 entries of the log can')
  })
})

describe('no secret of a log is printed', () => {
  const log = har(
    entry('GET', `${API}/linode/instances`, 'linodes:read_only'),
    entry('GET', `${API}/linode/instances/${'a1b2c3d4'.repeat(4)}`),
    entry('GET', `${API}/rockets/${'a1b2c3d4'.repeat(4)}/Hunter2/\u202e`),
    entry('GET', 'https://user:a1b2c3d4@api.linode.com/v4/account'),
    entry('GET', `${API}/account`, 'a1b2c3d4'.repeat(8)),
  )

  test.each([[[]], [['--json']]])('with %j', async (words) => {
    const { stdout, stderr } = await check('linodes:*', log, ...words)
    expect(stdout + stderr).not.toMatch(/a1b2c3d4|Bearer|authorization|cookie|Hunter2|%E2|\u202e/i)
    expect(stdout).toContain('GET /linode/instances/{linodeId}')
    expect(stdout).toContain('GET /v4/rockets/…/…/…')
  })
})

describe('a log that is none is refused, and not quoted', () => {
  const secret = 'a1b2c3d4'
  test.each([
    ['not_json', ''],
    ['not_json', `{"log":{"entries":[{"request":"${secret}`],
    ['not_json', Uint8Array.from([0xff, 0xfe, 0x7b, 0])],
    ['not_json', '['.repeat(1_000_000)],
    ['not_har', 'null'],
    ['not_har', `{"${secret}":1}`],
    ['not_har', '{"log":{"entries":{"length":1}}}'],
    ['not_har', '{"__proto__":{"log":{"entries":[]}}}'],
  ])('%s', async (code, text) => {
    const { exitCode, stdout, stderr } = await check('', text, '--json')
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(JSON.parse(stderr).error.code).toBe(code)
    expect(stderr).not.toContain(secret)
  })
})
