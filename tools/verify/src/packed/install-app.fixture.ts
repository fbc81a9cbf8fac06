// Before the suites that need it: what npm would publish, packed and installed into an
// empty app, once for them all.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packages, root } from '../repository.js'

/**
 * An app with every package installed in it, as a user would. Who writes into it does
 * so in a folder of its own.
 */
export interface InstalledApp {
  readonly folder: string
  /** The tarball of each package, by the package's folder. */
  readonly tarballs: Readonly<Record<string, string>>
  /** What packing said. */
  readonly said: string
}

declare module 'vitest' {
  interface ProvidedContext {
    app: InstalledApp
  }
}

/** Packs every package, installs them all and, when the suites are through, removes them. */
export function setup(project: TestProject): () => void {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'packed-')))
  const folder = join(parent, 'app')
  writeFileSync(join(parent, 'linode-login-core-0.0.0-older.tgz'), '')
  const said = execFileSync(process.execPath, [`${root}tools/run.mjs`, 'pack', parent], {
    stdio: 'pipe',
    encoding: 'utf8',
  })
  const { version } = JSON.parse(readFileSync(`${root}packages/core/package.json`, 'utf8'))
  const tarballs = Object.fromEntries(
    packages.map((name) => [name, join(parent, `linode-login-${name}-${version}.tgz`)]),
  )
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "app", "private": true, "type": "module" }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...Object.values(tarballs)], {
    cwd: folder,
    stdio: 'pipe',
  })
  project.provide('app', { folder, tarballs, said })
  return () => rmSync(parent, { recursive: true })
}
