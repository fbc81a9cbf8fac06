/** What generating asks of the last release: whether a scope that it held is gone too early. */
import type { House } from '../house/house.js'
import type { Source } from '../load/source.js'
import { RoundCache } from '../memory/round-cache.js'
import type { Model } from '../model/model.js'
import type { Fault } from '../report/fault.js'
import { fingerprint, type Input } from '../spec/inputs.js'
import type { ScopesDocument } from '../spec/scopes-document.js'
import { lostScopes } from './lost-scopes.js'
import { pictureOf } from './picture/picture-of.js'
import { type Release, readRelease } from './release.js'

/** The spec as it stands, as far as it matters. */
export interface ScopesNow {
  readonly model: Model
  readonly document: ScopesDocument
  readonly source: Pick<Source, 'file' | 'place'>
}

/** Compares with the last release again and again, and reads its file once while it stays the same. */
export class LastRelease {
  readonly #read = new RoundCache<Input, Release | undefined>(fingerprint)

  /**
   * A fault for each family or single scope that is gone too early; none, before anything was released.
   *
   * @throws Faults when the file isn't as a release wrote it.
   */
  lostIn({ model, document, source }: ScopesNow, input: Input, house: House): readonly Fault[] {
    const released = this.#read.get(input, ({ bytes }) => bytes && readRelease(bytes, house))
    this.#read.forgetOthers()
    return released === undefined ? [] : lostScopes(released.picture, pictureOf(model), source, document)
  }
}
