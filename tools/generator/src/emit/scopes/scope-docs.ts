import type { Family, Retirement, Scope } from '../../model/scope-model.js'
import { prose } from '../words/prose.js'
import { enumerated, paragraphs } from '../words/sentences.js'

/** What a scope is for and what it includes, as a doc comment. */
export function scopeDocs({ description, includes }: Scope, see: string): string {
  const below = includes.length === 0 ? '' : ` Includes ${enumerated(includes)}.`
  return paragraphs(prose(description) + below, see)
}

/** What a family of scopes is for, as a doc comment. */
export function familyDocs({ things, note, retired }: Family, see: string): string {
  return paragraphs(`Scopes for ${prose(things)}.`, note && prose(note), see, retired && deprecation(retired))
}

/** The tag that strikes a scope through in an editor. */
export function deprecation({ declared, removed, note }: Retirement): string {
  const since = declared === undefined ? '' : `Declared since version ${declared} of the API document. `
  return `@deprecated ${since}Version ${removed} took it away.${note === undefined ? '' : ` ${prose(note)}`}`
}
