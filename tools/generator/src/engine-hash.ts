import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { hashOf } from './remember.js'

/** The packages whose version may change what is emitted. */
const packages = ['ts-morph', 'yaml', 'ajv']

/**
 * A hash of the generator itself: its code as it runs, and the versions of what it is built on.
 *
 * @param folder the folder that the code runs from.
 */
export async function engineHash(folder: string): Promise<string> {
  const { resolve } = createRequire(join(folder, 'main.js'))
  const manifests = packages.map((name) => resolve(`${name}/package.json`))
  const files = [...(await codeFiles(folder)), ...manifests]
  return hashOf(await Promise.all(files.map((file) => readFile(file))))
}

async function codeFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(js|ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
