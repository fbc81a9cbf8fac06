/** What can be retired: families and single scopes. */
import { readScopes } from '../../model/read-scopes.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Retirable } from './plan.js'

/** One of them, and the scopes that would be retired or revived with it. */
export interface RetirableEntry {
  readonly section: Retirable
  readonly id: string
  readonly texts: readonly string[]
}

/** Families and single scopes by whether they are retired. */
export function retirable(
  document: ScopesDocument,
  wanted: (retired: boolean) => boolean,
): readonly RetirableEntry[] {
  const { families, singles } = readScopes(document)
  return [
    ...families.flatMap(({ id, scopes }): RetirableEntry[] => {
      const retired = document.families?.[id]?.retired
      const texts = scopes.filter((scope) => !retired || scope.retired).map(({ text }) => text)
      return wanted(retired !== undefined) ? [{ section: 'families', id, texts }] : []
    }),
    ...singles.flatMap(({ text, retired }): RetirableEntry[] =>
      wanted(retired !== undefined) ? [{ section: 'scopes', id: text, texts: [text] }] : [],
    ),
  ]
}
