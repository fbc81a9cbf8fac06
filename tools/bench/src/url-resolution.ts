import { operationOf, operations } from '@linode-login/core/operations'
import { median } from './median.js'

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
 * Nanoseconds that finding the operation of a concrete URL takes for each segment of its path, beside what one would
 * write first: a regular expression for each operation, tried in turn. The texts are made before, each unlike the others.
 */
export async function urlResolution(): Promise<string> {
  const naive = naiveResolver()
  return Object.entries(urls)
    .map(([name, url]) => {
      const segments = new URL(url.slice('GET '.length)).pathname.split('/').length - 1
      const texts = Array.from({ length: TEXTS }, (_, number) => flat(`${url}?page=${number}`, number))
      for (const text of texts) if (operationOf(text) !== naive(text)) throw new Error(`${text}: two answers`)
      const perSegment = (resolve: Resolver, calls: number) =>
        median(Array.from({ length: ROUNDS }, () => nanosecondsOf(resolve, texts, calls) / segments))
      const tree = perSegment(operationOf, CALLS.tree)
      const list = perSegment(naive, CALLS.list)
      const times = (list.middle / tree.middle).toFixed(0)
      return `  ${name}: ${tree.text} ns a segment; a list of expressions ${list.text} ns, ${times} times as long`
    })
    .join('\n')
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

function nanosecondsOf(resolve: Resolver, texts: readonly string[], calls: number): number {
  let found = 0
  const begin = process.hrtime.bigint()
  for (let call = 0; call < calls; call += 1) {
    for (const text of texts) if (resolve(text) !== undefined) found += 1
  }
  const end = process.hrtime.bigint()
  if (found !== 0 && found !== calls * texts.length) throw new Error('a text is found at times')
  return Number(end - begin) / (calls * texts.length)
}
