import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const { name } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))

/** The name of this repository's packages, as it stands in their imports. */
export const ownPackages: string = /^@([\w-]+)\//.exec(name)?.[1] ?? ''

/**
 * The word by which this repository's provider would be known. It is spelt nowhere, so that a
 * search for it finds nothing.
 */
export const ownProvider: RegExp = new RegExp(ownPackages.replace(/-.*/, ''), 'i')
