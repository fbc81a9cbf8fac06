import { own } from '../collections/own.js'
import { oncePer } from '../reuse/once-per.js'
import type { LevelEntry, ScopesDocument } from '../spec/scopes-document.js'

/**
 * One other spelling, the scope that it stands for (`''` for none), and the key in
 * the spec that makes it one.
 */
export interface Alias {
  readonly alias: string
  readonly scope: string
  readonly from: readonly (string | number)[]
}

/** Every other spelling and old name, each with the scope that it stands for. */
export function readAliases(document: ScopesDocument): readonly (readonly [string, string])[] {
  return listAliases(document).map(({ alias, scope }) => [alias, scope])
}

/** The same, with what in the spec each comes from; a spelling may come twice. */
export const listAliases: (document: ScopesDocument) => readonly Alias[] = oncePer((document) => {
  const families = Object.entries(document.families ?? {})
  const folded = Object.entries(document.folded ?? {})
  const singles = Object.entries(document.scopes ?? {})
  return [
    ...(document.nothing ?? []).map((word, index) => ({ alias: word, scope: '', from: ['nothing', index] })),
    ...families.flatMap(([id, { levels }]) => spellings(document, id, id, levels)),
    ...folded.flatMap(([id, { into }]) => {
      const levels = own(document.families, into)?.levels
      const all = [...sameLevels(document, id, into, levels), ...spellings(document, id, into, levels)]
      return all.map((alias) => ({ ...alias, from: ['folded', id] }))
    }),
    ...singles.flatMap(([scope, { aliases = [] }]) =>
      aliases.map((alias, index) => ({ alias, scope, from: ['scopes', scope, 'aliases', index] })),
    ),
  ]
})

/** `mail`, `mail:view`, `mail:none`: what is read of a family besides its own scopes. */
function spellings(
  document: ScopesDocument,
  id: string,
  into: string,
  only: readonly string[] | undefined,
): Alias[] {
  const levels = levelsOf(document, only)
  const bare = levels.filter(([level]) => level === document.bare)
  return [
    ...bare.map(([level]) => ({ alias: id, scope: `${into}:${level}`, from: ['families', id] })),
    ...levels.flatMap(([level, { aliases = [] }]) =>
      aliases.map((alias, index) => ({
        alias: `${id}:${alias}`,
        scope: `${into}:${level}`,
        from: ['levels', level, 'aliases', index],
      })),
    ),
    ...(document.nothing ?? []).map((word, index) => ({
      alias: `${id}:${word}`,
      scope: '',
      from: ['nothing', index],
    })),
  ]
}

/** `post:read`, where `post` became `mail`: an old family's own scopes. */
function sameLevels(
  document: ScopesDocument,
  id: string,
  into: string,
  only: readonly string[] | undefined,
): Alias[] {
  return levelsOf(document, only).map(([level]) => ({
    alias: `${id}:${level}`,
    scope: `${into}:${level}`,
    from: ['folded', id],
  }))
}

function levelsOf(document: ScopesDocument, only: readonly string[] | undefined): [string, LevelEntry][] {
  return Object.entries(document.levels ?? {}).filter(([level]) => only?.includes(level) ?? true)
}
