import { OAuthScopes, OAuthToken } from '@linode-login/core'
import { type Benchmark, type Figure, ratios } from '../figures/figure.js'

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

/** What a token's scopes are asked again and again costs. */
export const scopeCover: Benchmark = {
  about: 'a token asked again and again what it covers, beside splitting the text and comparing its parts',
  async measure() {
    return [1, 5, 20, 50].flatMap((size): Figure[] => {
      const scopes = OAuthScopes.expand('*').filter((scope) => scope.includes(':'))
      const granted = scopes
        .filter((_, index) => index % Math.floor(scopes.length / size) === 0)
        .slice(0, size)
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
      const what = `${size} scopes granted`
      const longer = ({ times }: Measured) => ({ unit: 'times as long', values: ratios(times, ours.times) })
      return [
        { what: `${what}, token.covers`, unit: 'ns a call', values: ours.times },
        { what: `${what}, token.covers allocates`, unit: 'bytes a call', values: ours.bytes },
        { what: `${what}, split and compare`, ...longer(split), promised: { atLeast: 10 } },
        { what: `${what}, split and compare allocates`, unit: 'bytes a call', values: split.bytes },
        { what: `${what}, split and look for the same word, which knows no levels`, ...longer(bare) },
        { what: `${what}, OAuthScopes.covers, which reads both anew`, unit: 'ns a call', values: once.times },
      ]
    })
  },
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
