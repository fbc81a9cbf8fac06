/**
 * Families that many places name and that are not declared, nor like any that is: most likely the end of their file is
 * missing. Told in that file, it is one fault; told where each is named, it would be hundreds.
 */
import { groupBy } from '../../collections/group-by.js'
import { nearest } from '../../report/nearest.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Spot } from '../rule.js'
import { scopesIncluded, scopesThatHold } from './references-in.js'
import type { NamedScope } from './scopes-needed.js'

/** The places that name a scope of a family. */
export type Places = readonly Spot[]

/**
 * The families that are missing, if many places name them.
 *
 * @param isKnown - whether a text is a scope, or told at another place to be none.
 */
export function missingFamilies(
  scopes: ScopesDocument,
  operations: OperationsDocument | undefined,
  isKnown: (text: string) => boolean,
): ReadonlyMap<string, Places> {
  const { families = {}, folded = {}, levels = {} } = scopes
  const known = Object.keys(families)
  const unknownIn = (part: Spot['part'], named: readonly NamedScope[]) =>
    named.filter(({ scope }) => !isKnown(scope)).map((one) => placed(part, one))
  const found = [
    ...unknownIn('scopes', scopesIncluded(scopes)),
    ...unknownIn('operations', operations ? scopesThatHold(operations) : []),
  ].filter(({ family, level }) => {
    const isOf = Object.hasOwn(families, family) || Object.hasOwn(folded, family)
    return family !== '' && !isOf && Object.hasOwn(levels, level)
  })
  const missing = [...groupBy(found, ({ family }) => family)].filter(
    ([family, places], index) =>
      places.length > 1 && (index >= SEARCHES || nearest(family, known) === undefined),
  )
  return new Map(missing.flatMap(([, places]) => places).length < MANY ? [] : missing)
}

/** Fewer places may be slips, and are told one by one. */
const MANY = 10

/** Each search looks at every family: where so many are unknown, their end of the file is missing. */
const SEARCHES = 100

function placed(part: Spot['part'], { scope, path }: NamedScope) {
  const colon = Math.max(0, scope.lastIndexOf(':'))
  return {
    family: scope.slice(0, colon),
    level: scope.slice(colon + 1),
    part,
    path,
    at: 'value',
  } as const
}
