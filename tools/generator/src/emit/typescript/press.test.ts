import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { Module } from './declarations.js'
import { printHere } from './press.js'

const modules: readonly Module[] = ['one', 'two', 'three'].map((name) => ({
  imports: [],
  declarations: [{ kind: 'constant', name, docs: 'A number.', value: { kind: 'code', code: '1' } }],
}))

const built = join(import.meta.dirname, '../../../dist/emit/typescript')

/** A real process that prints in its second thread and then has nothing left to do. */
function printedBeside(
  what: string,
  folder: string = built,
  first = '',
): { text: string; status: number | null } {
  const program = `
    import { printBeside } from ${JSON.stringify(pathToFileURL(join(folder, 'press.js')).href)}
    const print = printBeside()
    ${first}
    const texts = await Promise.allSettled(${what}.map(print))
    console.log(JSON.stringify(texts.map(({ value, reason }) => value ?? reason.message)))`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    // What never ends is killed, and has no status.
    timeout: 30_000,
  })
  return { text: stdout, status }
}

test('a thread of its own prints the same, in order, and lets the process end', async () => {
  const here = await printHere()
  const texts = await Promise.all(modules.map(here))
  expect(texts[1]).toBe('/** A number. */\nexport const two = 1\n')
  expect(printedBeside(JSON.stringify(modules))).toEqual({ text: `${JSON.stringify(texts)}\n`, status: 0 })
})

test('a thread that was never asked for anything lets the process end too', () => {
  expect(printedBeside('[]')).toEqual({ text: '[]\n', status: 0 })
})

test('an error in the thread is an error of what was asked for', () => {
  const { text, status } = printedBeside('[{}, {}]')
  expect(status).toBe(0)
  expect(JSON.parse(text)).toEqual([
    expect.stringContaining('undefined'),
    expect.stringContaining('undefined'),
  ])
})

test('a thread that died before it was asked for anything is an error too, and no silence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'press-'))
  try {
    copyFileSync(join(built, 'press.js'), join(folder, 'press.js'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'press-worker.js'), "throw new Error('broken')")
    const died = 'await new Promise((resolve) => setTimeout(resolve, 1000))'
    expect(printedBeside('[{}]', folder, died)).toEqual({ text: '["broken"]\n', status: 0 })
    expect(printedBeside('[{}]', folder)).toEqual({ text: '["broken"]\n', status: 0 })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
