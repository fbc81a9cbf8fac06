// Before nx runs anything, the generator is asked whether a generated file was edited by hand: nx would put
// it back from its cache and not say so. Plain JavaScript, since nx loads it before anything is built.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const main = join(import.meta.dirname, 'dist/main.js')

export const name = 'edited-by-hand'

export function preTasksExecution() {
  if (!existsSync(main)) return
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--edited'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`generated files were edited by hand\n\n${stdout}${stderr}`)
}
