/** Where a document names its scopes, so that a misspelt one is told at its place. */
import { positionOf } from '../../report/text.js'
import { scopesOf } from './scopes-in-text.js'
import { childOf, isRecord, type Spot } from './spot.js'

/** The places of one kind, the first of each scope. */
type Places = Map<string, () => string>

/** The first place at which a document asks for each scope, and that at which it lists it. */
export class NamedScopes {
  readonly #asked: Places = new Map()
  readonly #listed: Places = new Map()

  /** Notes the scopes of requirements, which can be read. */
  asked(requirements: Spot): void {
    this.#noteAll(requirements, this.#asked)
  }

  /** Notes those of a scheme: of a table, or of a bare list. */
  listed(scopes: Spot): void {
    if (!isRecord(scopes.value)) this.#noteAll(scopes, this.#listed)
    else
      for (const key of Object.keys(scopes.value)) this.#note(key, childOf(scopes, key), 'key', this.#listed)
  }

  /** The file, line and column at which a scope is asked for, or else listed. */
  placeOf(scope: string): string | undefined {
    return (this.#asked.get(scope) ?? this.#listed.get(scope))?.()
  }

  /** The file, line and column at which a scope is listed. */
  listedAt(scope: string): string | undefined {
    return this.#listed.get(scope)?.()
  }

  #noteAll(spot: Spot, places: Places): void {
    this.#note(spot.value, spot, 'value', places)
    if (typeof spot.value !== 'object' || spot.value === null) return
    for (const key of Object.keys(spot.value)) this.#noteAll(childOf(spot, key), places)
  }

  #note(text: unknown, { file, path }: Spot, what: 'key' | 'value', places: Places): void {
    for (const scope of scopesOf(text))
      if (!places.has(scope)) places.set(scope, () => positionOf(file.source.place(path, what)))
  }
}
