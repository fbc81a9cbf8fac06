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
import { packages, root } from '../repository.js'

/** An empty app with what npm would publish installed in it, as a user would. */
export interface InstalledApp {
  readonly folder: string
  /** The tarball of each package, by the package's folder. */
  readonly tarballs: Readonly<Record<string, string>>
  remove(): void
}

/** Packs every package and installs them all. */
export function installApp(): InstalledApp {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'packed-')))
  const folder = join(parent, 'app')
  const tarballs = Object.fromEntries(packages.map((name) => [name, pack(name, join(parent, name))]))
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "app", "private": true, "type": "module" }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...Object.values(tarballs)], {
    cwd: folder,
    stdio: 'pipe',
  })
  return { folder, tarballs, remove: () => rmSync(parent, { recursive: true }) }
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
