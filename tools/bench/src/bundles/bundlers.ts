import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { rolldown } from 'rolldown'
import { rollup } from 'rollup'
import webpack from 'webpack'

/**
 * Bundles an app for the browser, minified, and gives the bytes.
 *
 * @param app - its code.
 * @param folder - where it stands meanwhile, so that its imports resolve from there:
 * this package's, if left out.
 */
export type Bundler = (app: string, folder?: string) => Promise<Uint8Array>

/** Each bundler with the settings of a release build and no others. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  esbuild: inFolder(async (input, output) => {
    await build({
      entryPoints: [input],
      outfile: output,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
    })
  }),
  // Rollup neither reads package.json nor minifies by itself. Minifying is esbuild's, so that its
  // tree shaking is compared.
  rollup: inFolder(async (input, output) => {
    const treeshake = { moduleSideEffects: hasSideEffects }
    const bundle = await rollup({ input, treeshake, plugins: [{ name: 'resolve', resolveId: resolve }] })
    const { output: chunks } = await bundle.generate({ format: 'es' })
    await minify(chunks[0].code, output)
  }),
  rolldown: inFolder(async (input, output) => {
    const bundle = await rolldown({ input })
    const { output: chunks } = await bundle.generate({ format: 'esm', minify: true })
    writeFileSync(output, chunks[0].code)
  }),
  webpack: inFolder(async (input, output) => {
    const compiler = webpack({
      mode: 'production',
      entry: input,
      output: { path: join(output, '..'), filename: 'out.js' },
      performance: false,
    })
    await new Promise<void>((done, fail) => {
      compiler.run((error, stats) => {
        if (error !== null || stats?.hasErrors()) fail(error ?? new Error(stats?.toString()))
        else compiler.close(() => done())
      })
    })
  }),
}

/**
 * Among this room's dependencies, where bundlers find the packages, and not in what was built,
 * which others may be copying.
 */
const here = join(import.meta.dirname, '../../.bundles')

function inFolder(bundle: (input: string, output: string) => Promise<void>): Bundler {
  return async (app, parent = here) => {
    mkdirSync(parent, { recursive: true })
    const folder = mkdtempSync(join(parent, 'bundle-'))
    try {
      const input = join(folder, 'app.js')
      const output = join(folder, 'out.js')
      writeFileSync(input, app)
      await bundle(input, output)
      return readFileSync(output)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

function resolve(name: string, importer: string | undefined): string | null {
  if (importer === undefined || !name.startsWith('@')) return null
  return createRequire(importer).resolve(name)
}

/** What the nearest package.json says, as the plugin by which Rollup finds packages reads it. */
function hasSideEffects(file: string): boolean {
  const manifest = join(dirname(file), 'package.json')
  if (!existsSync(manifest)) return dirname(file) === file || hasSideEffects(dirname(file))
  return JSON.parse(readFileSync(manifest, 'utf8')).sideEffects !== false
}

async function minify(code: string, outfile: string): Promise<void> {
  await build({ stdin: { contents: code }, outfile, minify: true, format: 'esm', target: 'es2022' })
}
