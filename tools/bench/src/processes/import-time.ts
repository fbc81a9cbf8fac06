import { execFileSync } from 'node:child_process'
import type { Benchmark } from '../figures/figure.js'

const rounds = 21
const empty = 'data:text/javascript,'

/** What a fresh process spends on importing a package. */
export const importTime: Benchmark = {
  about: 'importing a package in a fresh process, beside an empty module',
  async measure() {
    const modules = {
      'an empty module': empty,
      '@linode-login/core': import.meta.resolve('@linode-login/core'),
      '@linode-login/node': import.meta.resolve('@linode-login/node'),
    }
    const figures = Object.entries(modules).map(([what, url]) => ({
      what,
      url,
      unit: 'ms',
      values: noTimes(),
    }))
    for (let round = 0; round < rounds; round += 1) {
      for (const { url, values } of figures) values.push(timeImport(url))
    }
    return figures
  },
}

function noTimes(): number[] {
  return []
}

/** An empty import goes first, so that the loader's own start isn't counted. */
function timeImport(url: string): number {
  const program = `await import('data:text/javascript,0'); const start = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - start)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }))
}
