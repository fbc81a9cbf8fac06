import { OAuthScopes, OAuthToken } from '@linode-login/core'
import { median } from './median.js'

const rounds = 15
const calls = 100_000
/** So few that nothing is collected meanwhile, as a rule. */
const fewCalls = 500

const questions = [
  'linodes:read_only',
  'domains:read_write',
  'volumes:read_only',
  'account:read_only',
  'vpc:read_write',
  'lke:read_only',
] as const

/** What a token's scopes are asked again and again costs, beside splitting the text and comparing its parts. */
export async function scopeCover(): Promise<string> {
  const lines = [1, 5, 20, 50].map((size) => {
    const scopes = OAuthScopes.expand('*').filter((scope) => scope.includes(':'))
    const granted = scopes.filter((_, index) => index % Math.floor(scopes.length / size) === 0).slice(0, size)
    const token = new OAuthToken({ accessToken: 'a', scopes: granted })
    const text = granted.join(' ')
    const ways = {
      ours: (needed: string): boolean => token.covers(needed),
      once: (needed: string): boolean => OAuthScopes.covers(text, needed),
      split: (needed: string): boolean => splitAndCompare(text, needed),
      bare: (needed: string): boolean => text.split(' ').includes(needed),
    }
    for (const needed of questions) {
      if (ways.ours(needed) !== ways.split(needed)) throw new Error(`${needed} of ${text}: they disagree`)
    }
    const { ours, once, split, bare } = measure(ways)
    const faster = ({ times }: Measured): string =>
      median(times.map((time, round) => time / (ours.times[round] ?? Number.NaN))).text
    return [
      `  ${size} scopes granted: token.covers ${told(ours)}`,
      `    split and compare ${told(split)}, ${faster(split)} times as long`,
      `    split and look for the same word, which knows no levels, ${told(bare)}, ${faster(bare)} times as long`,
      `    OAuthScopes.covers, which reads both anew, ${told(once)}`,
    ].join('\n')
  })
  return lines.join('\n')
}

/** What an app without a library writes. */
function splitAndCompare(granted: string, needed: string): boolean {
  const [family, level] = needed.split(':')
  return granted.split(' ').some((scope) => {
    if (scope === '*') return true
    const [itsFamily, itsLevel] = scope.split(':')
    if (itsFamily !== family) return false
    return itsLevel === level || itsLevel === '*' || (itsLevel === 'read_write' && level === 'read_only')
  })
}

type Way = 'ours' | 'once' | 'split' | 'bare'

interface Measured {
  /** Nanoseconds a call, a value for each round. */
  readonly times: number[]
  /** Bytes a call. */
  readonly bytes: number[]
}

/** The ways take turns, so that all of them meet the same noise. */
function measure(ways: Readonly<Record<Way, (needed: string) => boolean>>): Readonly<Record<Way, Measured>> {
  const measured: Record<Way, Measured> = {
    ours: { times: [], bytes: [] },
    once: { times: [], bytes: [] },
    split: { times: [], bytes: [] },
    bare: { times: [], bytes: [] },
  }
  for (let round = -2; round < rounds; round += 1) {
    for (const way of ['ours', 'once', 'split', 'bare'] as const) {
      const start = performance.now()
      askAgain(ways[way], calls)
      const time = ((performance.now() - start) * 1e6) / calls
      const before = process.memoryUsage().heapUsed
      askAgain(ways[way], fewCalls)
      const bytes = (process.memoryUsage().heapUsed - before) / fewCalls
      if (round < 0) continue
      measured[way].times.push(time)
      // Less than before: something was collected meanwhile.
      if (bytes >= 0) measured[way].bytes.push(bytes)
    }
  }
  return measured
}

function askAgain(ask: (needed: string) => boolean, times: number): number {
  let yes = 0
  for (let call = 0; call < times; call += 1) if (ask(questions[call % questions.length] ?? '')) yes += 1
  return yes
}

function told({ times, bytes }: Measured): string {
  return `${median(times).text} ns and ${median(bytes).middle.toFixed(0)} bytes a call`
}
