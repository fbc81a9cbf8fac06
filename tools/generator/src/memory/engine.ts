import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The packages whose version may change what is emitted. */
const packages = ['ts-morph', 'yaml', 'ajv']

/**
 * Where the compiler writes down the hash of every file that it compiled: one file to
 * read instead of two hundred.
 */
const BUILT = '.tsbuildinfo'

/** What is emitted as it stands: the folder of the pages' own files, from that of the code. */
const PAGES = '../pages'

/**
 * What stands for the generator itself: its code, the pages' own files, and the
 * manifests of what it is built on.
 *
 * @param folder - the folder that the code runs from.
 */
export function engineIn(folder: string): string {
  const manifests = packages.map((name) => join(folder, '../node_modules', name, 'package.json'))
  const files = [...codeIn(folder), ...filesIn(join(folder, PAGES)), ...manifests]
  return files.map((file) => readFileSync(file, 'utf8')).join('\0')
}

function codeIn(folder: string): readonly string[] {
  if (readdirSync(folder).includes(BUILT)) return [join(folder, BUILT)]
  return filesIn(folder).filter((file) => /(?<!\.d)\.(js|ts)$/.test(file))
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
