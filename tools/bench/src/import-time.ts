import { execFileSync } from 'node:child_process'
import { median } from './median.js'

const rounds = 21
const empty = 'data:text/javascript,'

/** Milliseconds that a fresh process spends on importing core, beside an empty module. */
export async function importTime(): Promise<string> {
  const modules = {
    'an empty module': empty,
    '@linode-login/core': import.meta.resolve('@linode-login/core'),
    '@linode-login/node': import.meta.resolve('@linode-login/node'),
  }
  const times = new Map<string, number[]>(Object.keys(modules).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, url] of Object.entries(modules)) times.get(name)?.push(timeImport(url))
  }
  return [...times].map(([name, values]) => `  ${name}: ${median(values).text} ms`).join('\n')
}

/** An empty import goes first, so that the loader's own start isn't counted. */
function timeImport(url: string): number {
  const program = `await import('data:text/javascript,0'); const start = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - start)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }))
}
