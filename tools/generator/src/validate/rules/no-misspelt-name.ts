/**
 * A name that is misspelt where it is declared leaves each place that uses it at fault. What the places agree on is
 * more likely what was meant, so it is told once, at the declaration.
 */
import type { Part } from '../../spec/documents.js'
import {
  type MisspeltName,
  type MisspeltNames,
  misspeltAmong,
  misspeltFamilies,
  misspeltLevels,
} from '../names/misspelt-names.js'
import { errorsIn, messagesIn } from '../names/references-in.js'
import type { Complaint, Rule } from '../rule.js'

export const noMisspeltName: Rule = ({ scopes, operations, endpoints }) => [
  ...(scopes
    ? [
        ...told('scopes', 'families', misspeltFamilies(scopes, operations)),
        ...told('scopes', 'levels', misspeltLevels(scopes, operations)),
      ]
    : []),
  ...(endpoints
    ? [
        ...told(
          'endpoints',
          'messages',
          misspeltAmong(Object.keys(endpoints.messages), messagesIn(endpoints)),
        ),
        ...told('endpoints', 'errors', misspeltAmong(Object.keys(endpoints.errors), errorsIn(endpoints))),
      ]
    : []),
]

function told(part: Part, section: string, names: MisspeltNames): readonly Complaint[] {
  return [...names].map(([name, { declared, references }]) =>
    complaint(part, section, name, { declared, references }),
  )
}

function complaint(
  part: Part,
  section: string,
  name: string,
  { declared, references }: MisspeltName,
): Complaint {
  const [first, ...others] = references
  return {
    part,
    path: [section, declared],
    at: 'key',
    wrong: `nothing refers to "${declared}", but ${others.length + 1} places to "${name}", which is not there`,
    expected: 'the name by which it is referred to',
    suggestion: name,
    fix: `did you mean "${name}"?`,
    also: [{ ...first, says: 'the first of these places' }],
  }
}
