// Every block of TypeScript in the documentation compiles and runs.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inChromium, launch } from '../browser/chromium.fixture.js'
import { root } from '../repository.js'
import { codeBlocks } from './code-blocks.js'
import { runInPage } from './page-stage.js'

// Inside this package, so that the blocks' imports resolve as those of a file here do.
const folder = fileURLToPath(new URL('../../.report/readme/', import.meta.url))
const compiler = `${root}node_modules/typescript7/bin/tsc`
const blocks = codeBlocks().map((block, index) => ({ ...block, index, kind: kindOf(block.code) }))

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
  for (const block of blocks) writeFileSync(sourceFile(block), block.code)
  // A reader's suite has none of this package's settings.
  writeFileSync(`${folder}vitest.config.mjs`, 'export default {}\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('there are blocks to check', () => {
  expect(new Set(blocks.map(({ place }) => place.split(':')[0]))).toContain('README.md')
  expect(blocks.length).toBeGreaterThan(4)
})

test('every block compiles', () => {
  const compilerOptions = {
    noEmit: true,
    composite: false,
    isolatedDeclarations: false,
    noUnusedLocals: false,
    lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
    types: ['node'],
  }
  const files = blocks.map(sourceFile)
  writeFileSync(
    `${folder}tsconfig.json`,
    JSON.stringify({ extends: `${root}tsconfig.base.json`, compilerOptions, files }),
  )
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const complaints = stdout.replace(
    /^(block-(\d+)\S*?)\((\d+),\d+\)/gm,
    (_, file, index, line) => `${blocks[index]?.place ?? file} + ${line - 1}`,
  )
  expect({ status, complaints }).toEqual({ status: 0, complaints: '' })
})

test.each(blocks.filter(({ kind }) => kind === 'node'))('$place runs', async (block) => {
  const program = `${folder}block-${block.index}.mjs`
  await bundle(sourceFile(block), program, 'node')
  const stage = fileURLToPath(new URL('stage.mjs', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', stage, program], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

const tests = blocks.filter(({ kind }) => kind === 'vitest')
test.runIf(tests.length > 0).each(tests)('$place passes as a suite', (block) => {
  const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))
  const { status, stdout } = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', folder, sourceFile(block)],
    {
      encoding: 'utf8',
    },
  )
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('passed') })
})

inChromium('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test.each(blocks.filter(({ kind }) => kind === 'browser'))('$place runs in a page', async (block) => {
    const script = `${folder}block-${block.index}.js`
    await bundle(sourceFile(block), script, 'browser')
    const { errors, leftFor } = await runInPage(browser, script)
    expect(errors).toEqual([])
    const signsIn = block.code.includes('signInWithRedirect(')
    expect(leftFor).toBe(signsIn ? 'https://login.linode.com/oauth/authorize' : undefined)
  })
})

/** Which runtime a block is written for, by what it imports: the fake is a server. */
function kindOf(code: string): 'browser' | 'node' | 'vitest' {
  if (code.includes("from '@linode-login/testing'")) return code.includes("from 'vitest'") ? 'vitest' : 'node'
  if (code.includes("from '@linode-login/browser")) return 'browser'
  return code.includes("from 'vitest'") ? 'vitest' : 'node'
}

function sourceFile({ index, kind }: { index: number; kind: string }): string {
  return `${folder}block-${index}${kind === 'vitest' ? '.test' : ''}.ts`
}

async function bundle(source: string, outfile: string, platform: 'browser' | 'node'): Promise<void> {
  await build({
    entryPoints: [source],
    outfile,
    platform,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    packages: platform === 'node' ? 'external' : 'bundle',
    logLevel: 'silent',
  })
}
