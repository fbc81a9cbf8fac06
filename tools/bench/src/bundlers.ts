import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { rolldown } from 'rolldown'
import { rollup } from 'rollup'
import webpack from 'webpack'

/** Bundles an app for the browser, minified, and gives the bytes. */
export type Bundler = (app: string) => Promise<Uint8Array>

/** Each bundler with the settings of a release build and no others. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  esbuild: (app) =>
    inFolder(async (input, output) => {
      await build({
        entryPoints: [input],
        outfile: output,
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
      })
    })(app),
  // Rollup neither resolves packages nor minifies by itself: both are esbuild's, so that its tree shaking is compared.
  rollup: (app) =>
    inFolder(async (input, output) => {
      const bundle = await rollup({ input, plugins: [{ name: 'resolve', resolveId: resolve }] })
      const { output: chunks } = await bundle.generate({ format: 'es' })
      await minify(chunks[0].code, output)
    })(app),
  rolldown: (app) =>
    inFolder(async (input, output) => {
      const bundle = await rolldown({ input })
      const { output: chunks } = await bundle.generate({ format: 'esm', minify: true })
      writeFileSync(output, chunks[0].code)
    })(app),
  webpack: (app) =>
    inFolder(async (input, output) => {
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
    })(app),
}

/** The folder stands in this package, so that the app's imports resolve as those of a file here do. */
function inFolder(bundle: (input: string, output: string) => Promise<void>): Bundler {
  return async (app) => {
    const folder = mkdtempSync(join(import.meta.dirname, 'bundle-'))
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
  return new URL(import.meta.resolve(name)).pathname
}

async function minify(code: string, outfile: string): Promise<void> {
  await build({ stdin: { contents: code }, outfile, minify: true, format: 'esm', target: 'es2022' })
}
