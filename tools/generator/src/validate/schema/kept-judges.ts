/**
 * Judges that earlier runs compiled, as code beside the generator's dependencies: compiling one takes several times
 * as long as judging by it. One that is missing, torn or of another schema is compiled anew, and that is all.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'

/** Says yes or no of a document. */
export type Judge = (data: unknown) => boolean

const require = createRequire(import.meta.url)
const folder = join(import.meta.dirname, '../../../node_modules/.cache/judges')

/**
 * The judge that was kept for a schema's file.
 *
 * @param of - what it was made of.
 */
export function keptJudge(file: string, of: string): Judge | undefined {
  try {
    const kept: Judge & { readonly of?: string } = require(placeOf(file))
    return kept.of === of ? kept : undefined
  } catch {
    return undefined
  }
}

/** Keeps a judge's code, a CommonJS module. What it was made of stands last: a torn file doesn't say it. */
export function keepJudge(file: string, of: string, code: string): void {
  const place = placeOf(file)
  const temporary = `${place}.${process.pid}.tmp`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(temporary, `${code}\nmodule.exports.of = ${JSON.stringify(of)}\n`)
    renameSync(temporary, place)
  } catch {
    // Where nothing can be kept, each run compiles its own.
  }
}

function placeOf(file: string): string {
  return join(folder, `${basename(file)}.cjs`)
}
