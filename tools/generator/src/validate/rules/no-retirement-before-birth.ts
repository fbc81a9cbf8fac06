/**
 * A scope can't have gone before it came: two versions in the wrong order are a slip, and
 * the reference shows both.
 */

import type { Path } from '../../load/source.js'
import type { RetiredEntry, ScopesDocument } from '../../spec/scopes-document.js'
import { isBefore } from '../../spec/version.js'
import type { Complaint, Rule } from '../rule.js'

export const noRetirementBeforeBirth: Rule = ({ scopes }) =>
  (scopes === undefined ? [] : retirements(scopes)).flatMap(([{ declared, removed }, path]): Complaint[] => {
    if (declared === undefined || isBefore(declared, removed)) return []
    return [
      {
        part: 'scopes',
        path: [...path, 'removed'],
        at: 'value',
        wrong: `it can't be removed in ${removed}, when it was declared in ${declared}`,
        expected: `a version after ${declared}`,
        fix: 'swap the two, or correct one',
        also: [{ part: 'scopes', path: [...path, 'declared'], at: 'value', says: 'it was declared then' }],
      },
    ]
  })

function retirements({ families = {}, scopes = {} }: ScopesDocument): (readonly [RetiredEntry, Path])[] {
  const of = (section: string, table: Readonly<Record<string, { readonly retired?: RetiredEntry }>>) =>
    Object.entries(table).flatMap(([id, { retired }]): (readonly [RetiredEntry, Path])[] =>
      retired === undefined ? [] : [[retired, [section, id, 'retired']]],
    )
  return [...of('families', families), ...of('scopes', scopes)]
}
