/**
 * The page's script and style. They are real files outside the sources, so that they are linted,
 * formatted and type-checked.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// As far from the built code as from its sources.
const folder = join(import.meta.dirname, '../../../pages/scope-picker')

export const script: string = readFileSync(join(folder, 'page.js'), 'utf8')

export const style: string = readFileSync(join(folder, 'page.css'), 'utf8')
