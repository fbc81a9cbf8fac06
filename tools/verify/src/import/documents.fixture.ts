/**
 * Documents that declare what Linode's do, and a copy of the repository into whose spec they are imported.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { root } from '../repository.js'
import { Clone, decided, generator } from '../spec-change/clone.fixture.js'

/** The file of one of our small documents. */
export function documentOf(name: string): string {
  return join(import.meta.dirname, 'documents', `${name}.yaml`)
}

/** What was printed, with a document's name alone where a line begins with its file. */
export function withoutFolders(printed: string): string {
  return printed.replaceAll(/^( *)\S.*\/documents\//gm, '$1')
}

/** A file with a text, which is gone once the test is over. */
export function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'openapi.yaml')
  writeFileSync(file, text)
  return file
}

/** A copy of a small document with other words in it, each of which must stand there. */
export function changed(name: string, ...words: readonly (readonly [from: string, to: string])[]): string {
  const text = words.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from)
      return before.replace(from, to)
    },
    readFileSync(documentOf(name), 'utf8'),
  )
  return fileWith(text)
}

const SCOPES = 'spec/scopes.yaml'
const OPERATIONS = 'spec/operations.yaml'

/** The spec's two files that an import edits. */
export interface Spec {
  readonly scopes: string
  readonly operations: string
}

/** Linode's spec, as it stands in this repository, with nothing left to decide of what was imported last. */
export const linode: Spec = {
  scopes: decided(readFileSync(root + SCOPES, 'utf8')),
  operations: decided(readFileSync(root + OPERATIONS, 'utf8')),
}

/** Linode's spec before the first document, of the time before two families that documents list since 4.234.0. */
export const older: Spec = {
  scopes: readFileSync(join(import.meta.dirname, 'older-scopes.yaml'), 'utf8'),
  operations: 'operations: {}\n',
}

/** A copy of the repository into whose spec documents are imported. */
export class Importer extends Clone {
  constructor(spec: Spec) {
    super(generator)
    this.spec = spec
  }

  get spec(): Spec {
    return { scopes: this.read(SCOPES), operations: this.read(OPERATIONS) }
  }

  set spec({ scopes, operations }: Spec) {
    this.write(SCOPES, scopes)
    this.write(OPERATIONS, operations)
  }

  /** Takes out the examples that name operations or scopes, which a spec of the past does not know yet. */
  forgetExamples(): void {
    const folder = join(this.folder, 'spec/vectors')
    for (const name of readdirSync(folder)) if (name !== 'requests.yaml') rmSync(join(folder, name))
  }

  /** Imports a document, which must do, and gives what was printed. */
  bring(document: string, ...words: readonly string[]): string {
    const { status, output } = this.generate('import', 'openapi', document, ...words)
    expect({ status, words: status === 0 ? '' : output }).toEqual({ status: 0, words: '' })
    return output
  }
}
