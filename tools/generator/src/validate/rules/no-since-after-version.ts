/**
 * The declarations are those of one document, the spec's `version`. An operation that was first seen in a later
 * one can't be among them: a slip, which release notes and the reference would show.
 */

import { isBefore } from '../../spec/version.js'
import type { Complaint, Rule } from '../rule.js'

export const noSinceAfterVersion: Rule = ({ operations: { version, operations = {} } = {} }) =>
  Object.entries(operations).flatMap(([key, { since }]): Complaint[] => {
    if (!isBefore(version, since)) return []
    return [
      {
        part: 'operations',
        path: ['operations', key, 'since'],
        at: 'value',
        wrong: `it can't be first seen in ${since}, when the spec holds the operations of ${version}`,
        expected: `${version}, or a version before it`,
        fix: 'correct it, or "version"',
        also: [
          {
            part: 'operations',
            path: ['version'],
            at: 'value',
            says: 'the document that the operations were taken from',
          },
        ],
      },
    ]
  })
