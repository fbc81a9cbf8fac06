#!/usr/bin/env node
/** The step after the compiler, in this repository; with `--package` the one before packing. */
import { resolve } from 'node:path'
import { diskAt } from '../disk/disk.js'
import { house } from '../house/this-repository.js'
import { Faults } from '../report/fault.js'
import { renderFaults } from '../report/render.js'
import { leadToSpec } from './lead.js'

const reader = process.argv.includes('--package') ? 'package' : 'repository'
try {
  const written = await leadToSpec(house, diskAt(resolve(import.meta.dirname, '../../../..')), reader)
  for (const file of written) console.log(`led to the spec: ${file}`)
} catch (error) {
  if (!(error instanceof Faults)) throw error
  process.stderr.write(renderFaults(error.faults))
  process.exitCode = 1
}
