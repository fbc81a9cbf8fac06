/** How fast the fake's token endpoint is beside a bare node:http server that answers the same bytes. */
import { fork } from 'node:child_process'
import { Agent, type IncomingMessage, request } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import { type Benchmark, ratios } from '../figures/figure.js'

const rounds = 7
const connections = 16
const requestsARound = 8_000

interface Target {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshTokens: string[]
}

/**
 * An answer as it stands on the wire, but for what node:http sets by itself for each
 * connection and each second.
 */
export interface WireAnswer {
  readonly status: number
  /** Names and values, in turn. */
  readonly headers: string[]
  readonly body: string
}

/** The two servers take turns. */
export const tokenEndpoint: Benchmark = {
  about:
    'refreshes a second at the fake login server, beside a bare node:http server that answers the same bytes',
  async measure() {
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    await using fake = await start<Target>('fake-server.js')
    const { target } = fake
    const sample = await refresh(target, 0, agent)
    await using replayed = await start<Pick<Target, 'url'>>('bare-server.js', JSON.stringify(sample))
    const bare = {
      ...replayed,
      target: { ...target, ...replayed.target, refreshTokens: [...target.refreshTokens] },
    }
    if (!isDeepStrictEqual(await refresh(bare.target, 0, agent), sample))
      throw new Error('the two servers do not answer the same bytes')
    const rates: { fake: number[]; bare: number[] } = { fake: [], bare: [] }
    const cpu: { fake: number[]; bare: number[] } = { fake: [], bare: [] }
    for (let round = 0; round <= rounds; round += 1) {
      const ofFake = await load(fake, agent)
      const ofBare = await load(bare, agent)
      if (round === 0) continue // warm-up
      rates.fake.push(ofFake.rate)
      rates.bare.push(ofBare.rate)
      cpu.fake.push(ofFake.cpu)
      cpu.bare.push(ofBare.cpu)
    }
    agent.destroy()
    return [
      { what: 'fake, each with a new refresh token', unit: 'refreshes a second', values: rates.fake },
      { what: 'bare', unit: 'requests a second', values: rates.bare },
      { what: 'rate of the fake beside the bare', unit: 'times', values: ratios(rates.fake, rates.bare) },
      // The process that sends is as busy as the servers, so their own time tells more than the rate.
      { what: "the fake's own processor time", unit: 'µs a request', values: cpu.fake },
      { what: "the bare server's own processor time", unit: 'µs a request', values: cpu.bare },
    ]
  },
}

interface Server<T> extends AsyncDisposable {
  readonly target: T
  /** The microseconds of CPU time that its process has used. */
  cpuTime(): Promise<number>
}

async function start<T>(file: string, ...args: readonly string[]): Promise<Server<T>> {
  const child = fork(new URL(file, import.meta.url), args)
  const target = await new Promise<T>((resolve, reject) => {
    child.once('message', (message: T) => resolve(message))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return {
    target,
    cpuTime: () =>
      new Promise((resolve) => {
        child.once('message', (message: number) => resolve(message))
        child.send('cpu-time')
      }),
    [Symbol.asyncDispose]: async () => {
      child.kill()
    },
  }
}

/** Each connection refreshes in a chain, with the refresh token that the last answer brought. */
async function load(
  { target, cpuTime }: Pick<Server<Target>, 'target' | 'cpuTime'>,
  agent: Agent,
): Promise<{ rate: number; cpu: number }> {
  const cpuBefore = await cpuTime()
  const started = performance.now()
  await Promise.all(
    target.refreshTokens.map(async (_, connection) => {
      for (let sent = 0; sent < requestsARound / connections; sent += 1) {
        await refresh(target, connection, agent)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return { rate: requestsARound / seconds, cpu: ((await cpuTime()) - cpuBefore) / requestsARound }
}

/** One refresh; the refresh token that it brings is the connection's next. */
async function refresh(target: Target, connection: number, agent: Agent): Promise<WireAnswer> {
  const answer = await post(target, target.refreshTokens[connection] ?? '', agent)
  target.refreshTokens[connection] = /"refresh_token":"(\w+)"/.exec(answer.body)?.[1] ?? ''
  return answer
}

function post(target: Target, refreshToken: string, agent: Agent): Promise<WireAnswer> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: target.clientId,
    client_secret: target.clientSecret,
    refresh_token: refreshToken,
  }).toString()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${target.url}/oauth/token`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.once('end', () => {
          const { statusCode: status = 0 } = response
          if (status === 200) resolve({ status, headers: ownHeaders(response), body: text })
          else reject(new Error(`${target.url} answered ${status}: ${text}`))
        })
      },
    )
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

const setByNode = /^(?:date|connection|keep-alive)$/i

function ownHeaders({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.filter((_, at) => !setByNode.test(rawHeaders[at - (at % 2)] ?? ''))
}
