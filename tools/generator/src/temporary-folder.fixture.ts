/** Tests make their folders in one of their own, which is gone once all are over, whatever a test forgot. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'generator-'))
  process.env['TMPDIR'] = folder
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true })
}
