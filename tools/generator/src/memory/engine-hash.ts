import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { hashOf } from './hash-of.js'

/** The packages whose version may change what is emitted. */
const packages = ['ts-morph', 'yaml', 'ajv']

/** Where the compiler writes down the hash of every file that it compiled: one file to read instead of two hundred. */
const BUILT = '.tsbuildinfo'

/** What is emitted as it stands: the folder of the pages' own files, from that of the code. */
const PAGES = '../pages'

/**
 * A hash of the generator itself: its code, the pages' own files, and the versions of what it is built on.
 *
 * @param folder the folder that the code runs from.
 */
export function engineHash(folder: string): string {
  const { resolve } = createRequire(join(folder, 'main.js'))
  const manifests = packages.map((name) => resolve(`${name}/package.json`))
  return hashOf(
    [...codeOf(folder), ...filesIn(join(folder, PAGES)), ...manifests].map((file) => readFileSync(file)),
  )
}

function codeOf(folder: string): readonly string[] {
  if (readdirSync(folder).includes(BUILT)) return [join(folder, BUILT)]
  return filesIn(folder).filter((file) => /(?<!\.d)\.(js|ts)$/.test(file))
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
