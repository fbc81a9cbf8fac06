/** What became of each scope that was released. */
import { own } from '../../collections/own.js'
import type { Picture } from '../picture/picture.js'

/**
 * It stands, it is read as another scope, its name in code stands for another text without the old one
 * being read, or it is gone.
 */
export type Fate =
  | { readonly kind: 'kept'; readonly scope: string }
  | { readonly kind: 'renamed'; readonly scope: string; readonly isRead: boolean }
  /** `isRead`: its text is read, and as no scope at all. */
  | { readonly kind: 'gone'; readonly isRead: boolean }

/** What a picture shows of scopes themselves. */
export type PictureOfScopes = Pick<Picture, 'aliases' | 'scopes'>

/** The fate of every scope of the older picture. */
export function fatesOf(before: PictureOfScopes, after: PictureOfScopes): ReadonlyMap<string, Fate> {
  const meaning = meaningOfAliases(after)
  const byName = new Map(Object.entries(after.scopes).map(([text, { name }]) => [name, text]))
  return new Map(
    Object.entries(before.scopes).map(([text, { name }]): [string, Fate] => {
      if (own(after.scopes, text) !== undefined) return [text, { kind: 'kept', scope: text }]
      const meant = meaning.get(text)
      if (meant) return [text, { kind: 'renamed', scope: meant, isRead: true }]
      const heir = byName.get(name)
      if (heir !== undefined && own(before.scopes, heir) === undefined) {
        return [text, { kind: 'renamed', scope: heir, isRead: false }]
      }
      return [text, { kind: 'gone', isRead: meant === '' }]
    }),
  )
}

/** What a scope is called now; one that is gone keeps its text. */
export function nowCalled(fates: ReadonlyMap<string, Fate>, text: string): string {
  const fate = fates.get(text)
  return fate === undefined || fate.kind === 'gone' ? text : fate.scope
}

/** What is written of a family's scope behind the family. */
export function levelOf(text: string, { scopes }: PictureOfScopes): string | undefined {
  const family = scopes[text]?.family
  return family === undefined ? undefined : text.slice(family.length + 1)
}

/** The scope that each other spelling stands for; `''` for those that stand for none. */
export function meaningOfAliases({ aliases }: Pick<Picture, 'aliases'>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(aliases).flatMap(([scope, spellings]) => spellings.map((alias) => [alias, scope])),
  )
}

/** Every name in code, the former ones of folded families too, and the scope that it stands for. */
export function namesInCode({ scopes, families, folded }: Picture): ReadonlyMap<string, string> {
  const current = Object.entries(scopes).map(([text, { name }]) => [name, text] as const)
  const former = Object.values(folded).flatMap(({ into, name }) => {
    if (name === undefined) return []
    const prefix = `${families[into]?.name ?? into}.`
    return Object.entries(scopes)
      .filter(([, scope]) => scope.family === into)
      .map(([text, scope]) => [`${name}.${scope.name.slice(prefix.length)}`, text] as const)
  })
  // Current names come first, and win over former ones.
  return new Map([...current, ...former, ...current])
}
