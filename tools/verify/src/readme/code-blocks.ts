import { readFileSync } from 'node:fs'
import { packages, root } from '../repository.js'

/** A block of TypeScript in a page of documentation. */
export interface CodeBlock {
  /** Where it begins: `packages/core/README.md:12`. */
  readonly place: string
  readonly code: string
}

/** Every block of TypeScript in the READMEs. */
export function codeBlocks(): readonly CodeBlock[] {
  return ['README.md', ...packages.map((name) => `packages/${name}/README.md`)].flatMap(blocksOf)
}

function blocksOf(page: string): readonly CodeBlock[] {
  const text = readFileSync(root + page, 'utf8')
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => ({
    place: `${page}:${text.slice(0, match.index).split('\n').length + 1}`,
    code: match[1] ?? '',
  }))
}
