import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { operations } from '@linode-login/core/operations'
import { bundlers } from '../bundles/bundlers.js'
import type { Benchmark, Figure } from '../figures/figure.js'

const ROUNDS = 41

/** The API's operations as the lines that core carries, and as the table that they become. */
export const operationTable: Benchmark = {
  about: "bytes and import of the API's operations as the lines that core carries, beside a table",
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'operations-'))
    try {
      const modules = await Promise.all(
        Object.entries({ 'as lines': linesApp(), 'as a table': tableApp() }).map(async ([name, app]) => {
          const code = (await bundlers['esbuild']?.(app)) ?? ''
          const file = join(folder, `${name}.mjs`)
          writeFileSync(file, code)
          return { name, file, bytes: code.length, brotli: brotliCompressSync(code).length, times: noTimes() }
        }),
      )
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const { file, times } of modules) {
          const [imported, asked] = timesOf(file)
          times.imported.push(imported)
          times.asked.push(asked)
        }
      }
      return modules.flatMap(({ name, bytes, brotli, times }): Figure[] => [
        { what: `${name}, minified`, unit: 'bytes', values: [bytes] },
        { what: `${name}, brotli`, unit: 'bytes', values: [brotli] },
        { what: `${name}, imported`, unit: 'ms', values: times.imported },
        { what: `${name}, first asked`, unit: 'ms', values: times.asked },
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

function noTimes(): { imported: number[]; asked: number[] } {
  return { imported: [], asked: [] }
}

/** What core has of it, and no more: neither the algebra nor the tree. */
function linesApp(): string {
  const operationsModule = import.meta.resolve('@linode-login/core/operations')
  const file = (path: string) => JSON.stringify(new URL(path, operationsModule).pathname)
  return `import { operationLines, operationMethods, operationNeeds } from ${file('generated/operations.js')}
    import { decodeOperations } from ${file('operations/decode-operations.js')}
    export const ask = () =>
      decodeOperations({ methods: operationMethods, needs: operationNeeds, lines: operationLines }).get('GET /regions')`
}

function tableApp(): string {
  const rows = [...operations()].map(([name, { id, needs }]) => [name, [id, needs]])
  return `const table = ${JSON.stringify(Object.fromEntries(rows))}
    export const ask = () => table['GET /regions']`
}

/** Milliseconds of an import in a fresh process, and of the first question after it. */
function timesOf(file: string): [imported: number, asked: number] {
  const program = `await import('data:text/javascript,0')
    const begin = performance.now()
    const { ask } = await import(${JSON.stringify(pathToFileURL(file).href)})
    const imported = performance.now()
    ask()
    console.log(imported - begin, performance.now() - imported)`
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  const [imported = Number.NaN, asked = Number.NaN] = text.split(' ').map(Number)
  return [imported, asked]
}
