import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root of the repository, with a slash at its end. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url))

/** The folders of the packages that are published. */
export const packages: readonly string[] = readdirSync(`${root}packages`).sort()
