/** `npm run demo` in the terminal: what it shows, and that it fails where a step is not what it should be. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { root } from '../repository.js'

function runDemo(...flags: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, `${root}tools/demo/dist/main.js`],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

test('a word that the demo does not know is told in one line, with what there is', () => {
  const demo = [`${root}tools/demo/dist/main.js`, '--brwoser']
  const { status, stdout, stderr } = spawnSync(process.execPath, demo, { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^there is no --brwoser; there is --browser\n.*--help.*\n$/)
})

test('the demo signs a user in, step by step, and every check holds', () => {
  const { status, stdout, stderr } = runDemo()
  expect(stderr).toBe('')
  expect(stdout).toContain('Every step was what it should be')
  expect(stdout.match(/^\d+\. .*$/gm)).toEqual([
    '1. The app begins a login',
    '2. The user opens the authorize page and approves',
    '3. The app exchanges the code',
    '4. It calls the API',
    '5. Two hours pass',
    '6. The app refreshes',
    '7. The user signs out',
  ])
  expect(stdout).not.toMatch(/[0-9a-f]{20}|[\w-]{40}/)
  expect(status).toBe(0)
})

test('a reader that leaves after the first line ends the printing, not the demo', async () => {
  const demo = spawn(process.execPath, [`${root}tools/demo/dist/main.js`])
  demo.stdout.once('data', () => demo.stdout.destroy())
  const stderr = text(demo.stderr)
  expect(await once(demo, 'close')).toEqual([0, null])
  expect(await stderr).toBe('')
})

const missingScope = 'Your OAuth token is not authorized to use this endpoint.'

/**
 * A network on which one answer is another than the server gave.
 *
 * @param request - Which request, as `METHOD /path`.
 * @param nth - Which of several of that kind, the first being 1.
 * @param change - Text of a function from the real answer to the wrong one.
 */
function wrongAnswer(request: string, nth: number, change: string): string {
  const code = `
    const real = globalThis.fetch
    const change = ${change}
    let count = 0
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      const answer = await real(request)
      const kind = request.method + ' ' + new URL(request.url).pathname
      if (kind !== ${JSON.stringify(request)} || ++count !== ${nth}) return answer
      return change(answer)
    }`
  return `--import=data:text/javascript,${encodeURIComponent(code)}`
}

const withBody = (body: string): string =>
  `(answer) => new Response(${JSON.stringify(body)}, { status: answer.status, headers: answer.headers })`
const withStatus = (status: number): string =>
  `async (answer) => new Response(await answer.text(), { status: ${status}, headers: answer.headers })`
const linodes = '/v4/linode/instances'

test.each([
  ['a call without the scope passes', `POST ${linodes}`, 1, withStatus(200), 'it does not suffice'],
  [
    'a missing scope is told as a bad token',
    `POST ${linodes}`,
    1,
    withBody('{"errors":[{"reason":"Invalid Token"}]}'),
    'it does not suffice',
  ],
  [
    'an expired token is told as a missing scope',
    `GET ${linodes}`,
    2,
    withBody(`{"errors":[{"reason":"${missingScope}"}]}`),
    'the API refuses it: the token is no good any more',
  ],
  ['a revoked token still works', `GET ${linodes}`, 4, withStatus(200), 'the API refuses it from now on'],
  [
    'a dead refresh token meets another error',
    'POST /oauth/token',
    3,
    withBody('{"error":"invalid_client"}'),
    'its refresh token is dead too: invalid_grant',
  ],
])('where %s the demo says so and exits with 1', (_what, request, nth, change, claim) => {
  const { status, stdout } = runDemo(wrongAnswer(request, nth, change))
  expect(stdout.match(/✗ .*/g)).toEqual([expect.stringContaining(claim)])
  expect(stdout).toContain('1 checks failed')
  expect(status).toBe(1)
})

test('where a step can not be taken at all the demo exits with 1', () => {
  const { status, stdout } = runDemo(wrongAnswer('POST /oauth/token', 1, withStatus(500)))
  expect(stdout).not.toContain('Every step')
  expect(status).toBe(1)
})
