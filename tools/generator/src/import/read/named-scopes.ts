/** Where a document names its scopes, so that a misspelt one is told at its place. */
import { positionOf } from '../../report/text.js'
import { scopesOf } from './scopes-in-text.js'
import { childOf, isRecord, type Spot } from './spot.js'

/** The first place of each scope. */
export class NamedScopes {
  readonly #first = new Map<string, () => string>()

  /** Notes the scopes of requirements, which can be read. */
  asked(requirements: Spot): void {
    this.#note(requirements.value, requirements, 'value')
    if (typeof requirements.value !== 'object' || requirements.value === null) return
    for (const key of Object.keys(requirements.value)) this.asked(childOf(requirements, key))
  }

  /** Notes those of a scheme: of a table, or of a bare list. */
  listed(scopes: Spot): void {
    if (!isRecord(scopes.value)) this.asked(scopes)
    else for (const key of Object.keys(scopes.value)) this.#note(key, childOf(scopes, key), 'key')
  }

  /** The file, line and column; `undefined` for a scope that was never noted. */
  placeOf(scope: string): string | undefined {
    return this.#first.get(scope)?.()
  }

  #note(text: unknown, { file, path }: Spot, what: 'key' | 'value'): void {
    for (const scope of scopesOf(text))
      if (!this.#first.has(scope)) this.#first.set(scope, () => positionOf(file.source.place(path, what)))
  }
}
