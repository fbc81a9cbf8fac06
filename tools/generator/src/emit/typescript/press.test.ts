import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { Module } from './declarations.js'
import { printHere } from './press.js'

const modules: readonly Module[] = ['one', 'two', 'three'].map((name) => ({
  imports: [],
  declarations: [{ kind: 'constant', name, docs: 'A number.', value: { kind: 'code', code: '1' } }],
}))

/** A real process that prints in its second thread and then has nothing left to do. */
function printedBeside(what: string): { text: string; status: number | null } {
  const built = JSON.stringify(
    pathToFileURL(join(import.meta.dirname, '../../../dist/emit/typescript/press.js')).href,
  )
  const program = `
    import { printBeside } from ${built}
    const print = printBeside()
    const texts = await Promise.allSettled(${what}.map(print))
    console.log(JSON.stringify(texts.map(({ value, reason }) => value ?? reason.message)))`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  })
  return { text: stdout, status }
}

test('a thread of its own prints the same, in order, and lets the process end', async () => {
  const here = await printHere()
  const texts = await Promise.all(modules.map(here))
  expect(texts[1]).toBe('/** A number. */\nexport const two = 1\n')
  expect(printedBeside(JSON.stringify(modules))).toEqual({ text: `${JSON.stringify(texts)}\n`, status: 0 })
})

test('an error in the thread is an error of what was asked for', () => {
  const { text, status } = printedBeside('[{}, {}]')
  expect(status).toBe(0)
  expect(JSON.parse(text)).toEqual([
    expect.stringContaining('undefined'),
    expect.stringContaining('undefined'),
  ])
})
