import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { median } from './median.js'

const rounds = 7
const connections = 16
const requestsARound = 8_000

interface Target {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshTokens: string[]
}

/** Requests a second of the fake's token endpoint beside a bare node:http server that answers the same bytes. */
export async function tokenEndpoint(): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  await using fake = await start('fake-server.js')
  await using bare = await start('bare-server.js')
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
  const ratios = rates.fake.map((rate, index) => rate / (rates.bare[index] ?? Number.NaN))
  return [
    `  fake: ${median(rates.fake).text} refreshes a second, each with a new refresh token`,
    `  bare: ${median(rates.bare).text} requests a second`,
    `  ratio, round by round: ${median(ratios).text}`,
    // The process that sends is as busy as the servers, so their own time tells more than the rate.
    `  the server's own CPU time a request: fake ${median(cpu.fake).text} µs, bare ${median(cpu.bare).text} µs`,
  ].join('\n')
}

interface Server extends AsyncDisposable {
  readonly target: Target
  /** The microseconds of CPU time that its process has used. */
  cpuTime(): Promise<number>
}

async function start(file: string): Promise<Server> {
  const child = fork(new URL(file, import.meta.url))
  const target = await new Promise<Target>((resolve, reject) => {
    child.once('message', (message: Target) => resolve(message))
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
async function load({ target, cpuTime }: Server, agent: Agent): Promise<{ rate: number; cpu: number }> {
  const cpuBefore = await cpuTime()
  const started = performance.now()
  await Promise.all(
    target.refreshTokens.map(async (_, connection) => {
      for (let sent = 0; sent < requestsARound / connections; sent += 1) {
        const refreshToken = target.refreshTokens[connection] ?? ''
        const answer = await post(target, refreshToken, agent)
        target.refreshTokens[connection] = /"refresh_token":"(\w+)"/.exec(answer)?.[1] ?? ''
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return { rate: requestsARound / seconds, cpu: ((await cpuTime()) - cpuBefore) / requestsARound }
}

function post(target: Target, refreshToken: string, agent: Agent): Promise<string> {
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
          if (response.statusCode === 200) resolve(text)
          else reject(new Error(`${target.url} answered ${response.statusCode}: ${text}`))
        })
      },
    )
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}
