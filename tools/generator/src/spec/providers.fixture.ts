/**
 * The specs of other providers: a small one with one of everything, and three real ones of other shapes than
 * this repository's: a tree, verbs without a ladder, and dots.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acme } from './acme.fixture.js'
import type { PerPart } from './documents.js'

function read(folder: string): PerPart<string> {
  const text = (part: string): string =>
    readFileSync(join(import.meta.dirname, '../../providers', folder, `${part}.yaml`), 'utf8')
  return { endpoints: text('endpoints'), scopes: text('scopes'), operations: text('operations') }
}

/** A tree whose parents are scopes themselves, and the level stands before the family. */
export const gitHub: PerPart<string> = read('github')

/** Four verbs side by side, and two scopes above all families. */
export const digitalOcean: PerPart<string> = read('digitalocean')

/** Dotted refinements, and commas between scopes. */
export const slack: PerPart<string> = read('slack')

export const providers: readonly (readonly [name: string, spec: PerPart<string>])[] = [
  ['acme', acme],
  ['git-hub', gitHub],
  ['digital-ocean', digitalOcean],
  ['slack', slack],
]
