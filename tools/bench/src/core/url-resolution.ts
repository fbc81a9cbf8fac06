import { operationOf, operations } from '@linode-login/core/operations'
import { type Benchmark, type Figure, ratios } from '../figures/figure.js'

const ROUNDS = 15
const TEXTS = 2_000
/** How often each text is resolved in a round; the list of expressions is so slow that it gets fewer. */
const CALLS = { tree: 50, list: 1 }

const urls: Readonly<Record<string, string>> = {
  'two segments': 'GET https://api.linode.com/v4/linode/instances',
  'three, one of them a parameter': 'GET https://api.linode.com/v4/linode/instances/#',
  'seven, three of them parameters':
    'GET https://api.linode.com/v4/linode/instances/#/configs/#/interfaces/#',
  'none such': 'GET https://api.linode.com/v4/linode/rockets/#/launch',
}

/**
 * Finding the operation of a concrete URL, beside what one would write first: a regular expression for each
 * operation, tried in turn. The texts are made before, each unlike the others.
 */
export const urlResolution: Benchmark = {
  about: 'finding the operation of a concrete URL, beside a list of regular expressions',
  async measure() {
    const naive = naiveResolver()
    return Object.entries(urls).flatMap(([name, url]): Figure[] => {
      const segments = new URL(url.slice('GET '.length)).pathname.split('/').length - 1
      const texts = Array.from({ length: TEXTS }, (_, number) => flat(`${url}?page=${number}`, number))
      for (const text of texts) if (operationOf(text) !== naive(text)) throw new Error(`${text}: two answers`)
      const tree: number[] = []
      const list: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        tree.push(nanosecondsOf(operationOf, texts, CALLS.tree) / segments)
        list.push(nanosecondsOf(naive, texts, CALLS.list) / segments)
      }
      return [
        // Promised is well under a microsecond.
        { what: name, unit: 'ns a segment', values: tree, promised: { atMost: 500 } },
        { what: `${name}, by a list of expressions`, unit: 'times as long', values: ratios(list, tree) },
      ]
    })
  },
}

type Resolver = (reference: string) => string | undefined

/** Text that was put together is kept in pieces until it is first read: here it is made whole before. */
function flat(url: string, number: number): string {
  const text = url.replaceAll('#', () => String(100_000 + number * 7))
  return Buffer.from(text).toString('latin1')
}

function naiveResolver(): Resolver {
  const literalsFirst = [...operations().keys()].sort((one, other) => gaps(one) - gaps(other))
  const list = literalsFirst.map((operation) => {
    const [method, path = ''] = operation.split(' ')
    const pattern = path.replaceAll(/\{\w+\}/g, '[^/?#]+')
    return { operation, expression: new RegExp(`^${method} https?://[^/?#]+(/[^/?#]+)?${pattern}([?#]|$)`) }
  })
  return (reference) => list.find(({ expression }) => expression.test(reference))?.operation
}

function gaps(operation: string): number {
  return operation.split('{').length
}

/** Of processor time, which does not grow where others keep the machine busy. */
function nanosecondsOf(resolve: Resolver, texts: readonly string[], calls: number): number {
  let found = 0
  const begin = process.cpuUsage()
  for (let call = 0; call < calls; call += 1) {
    for (const text of texts) if (resolve(text) !== undefined) found += 1
  }
  const { user, system } = process.cpuUsage(begin)
  if (found !== 0 && found !== calls * texts.length) throw new Error('a text is found at times')
  return ((user + system) * 1000) / (calls * texts.length)
}
