import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { hashOf } from './hash-of.js'

/** The packages whose version may change what is emitted. */
const packages = ['ts-morph', 'yaml', 'ajv']

/** Where the compiler writes down the hash of every file that it compiled: one file to read instead of two hundred. */
const BUILT = '.tsbuildinfo'

/**
 * A hash of the generator itself: its code, and the versions of what it is built on.
 *
 * @param folder the folder that the code runs from.
 */
export function engineHash(folder: string): string {
  const { resolve } = createRequire(join(folder, 'main.js'))
  const manifests = packages.map((name) => resolve(`${name}/package.json`))
  return hashOf([...codeOf(folder), ...manifests].map((file) => readFileSync(file)))
}

function codeOf(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (entries.some(({ name }) => name === BUILT)) return [join(folder, BUILT)]
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return codeOf(path)
      return /(?<!\.d)\.(js|ts)$/.test(entry.name) ? [path] : []
    })
    .sort()
}
