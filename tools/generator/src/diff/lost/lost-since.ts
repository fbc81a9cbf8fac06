/** What generating asks of the last release: whether a scope that it held is gone too early. */
import type { House } from '../../house/house.js'
import { fingerprint, type Input } from '../../inputs/inputs.js'
import type { Source } from '../../load/source.js'
import { readScopes } from '../../model/read-scopes.js'
import { type Fault, Faults } from '../../report/fault.js'
import { RoundCache } from '../../reuse/round-cache.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { aliasesOf, scopesOf } from '../picture/picture-of-scopes.js'
import { type Release, readRelease } from '../release/release.js'
import { lostScopes } from './lost-scopes.js'

/** The scopes as they stand. */
export interface ScopesNow {
  readonly document: ScopesDocument
  readonly source: Pick<Source, 'file' | 'place'>
  readonly apiVersion: string | undefined
}

/** Compares with the last release again and again, and reads its file once while it stays the same. */
export class LastRelease {
  readonly #read = new RoundCache<Input, Release | undefined>(fingerprint)

  /**
   * A fault for each family or single scope that is gone too early, or for what in the file isn't as a release
   * wrote it; none, before anything was released.
   */
  faultsOf({ document, source, apiVersion }: ScopesNow, input: Input, house: House): readonly Fault[] {
    try {
      const released = this.#read.get(input, ({ bytes }) => bytes && readRelease(bytes, house))
      this.#read.forgetOthers()
      if (released === undefined) return []
      const model = readScopes(document)
      const now = { apiVersion, aliases: aliasesOf(model), scopes: scopesOf(model) }
      return lostScopes(released.picture, now, source, document)
    } catch (error) {
      if (error instanceof Faults) return error.faults
      throw error
    }
  }
}
