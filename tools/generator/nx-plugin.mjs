// Before nx runs anything, the generator is asked whether a generated file was edited by hand: nx would put
// it back from its cache and not say so. Plain JavaScript, since nx loads it before anything is built.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const main = join(folder, 'dist/main.js')
const builtAs = join(folder, 'dist/.tsbuildinfo')

export const name = 'edited-by-hand'

export function preTasksExecution() {
  if (!isBuilt()) return
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--edited'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`generated files were edited by hand\n\n${stdout}${stderr}`)
}

/** A generator that is older than its source may take for edited what the new one made. */
function isBuilt() {
  if (!existsSync(main) || !existsSync(builtAs)) return false
  const built = statSync(builtAs).mtimeMs
  return readdirSync(join(folder, 'src'), { recursive: true })
    .filter((file) => /(?<!\.test|\.fixture)\.ts$/.test(file))
    .every((file) => statSync(join(folder, 'src', file)).mtimeMs <= built)
}
