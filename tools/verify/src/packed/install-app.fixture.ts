// Before the suites that need it: what npm would publish, packed and installed into an empty app, once for them all.
import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packages, root } from '../repository.js'

/** An app with every package installed in it, as a user would. Who writes into it does so in a folder of its own. */
export interface InstalledApp {
  readonly folder: string
  /** The tarball of each package, by the package's folder. */
  readonly tarballs: Readonly<Record<string, string>>
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
  const tarballs = Object.fromEntries(packages.map((name) => [name, pack(name, join(parent, name))]))
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "app", "private": true, "type": "module" }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...Object.values(tarballs)], {
    cwd: folder,
    stdio: 'pipe',
  })
  project.provide('app', { folder, tarballs })
  return () => rmSync(parent, { recursive: true })
}

function pack(name: string, target: string): string {
  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  mkdirSync(target)
  execFileSync('npx', ['-y', packageManager, 'pack', '--pack-destination', target], {
    cwd: `${root}packages/${name}`,
    stdio: 'pipe',
  })
  return join(target, readdirSync(target)[0] ?? '')
}
