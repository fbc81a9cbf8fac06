/**
 * A name that is misspelt where it is declared leaves each place that uses it at fault. What the places agree on is
 * more likely what was meant, so it is told once, at the declaration. So is one that nearly is a name which clients know.
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
import { type UnusualName, unusualNames } from '../names/usual-names.js'
import type { Complaint, Rule } from '../rule.js'

export const noMisspeltName: Rule = ({ scopes, operations, endpoints }) => [
  ...(scopes
    ? [
        ...told('scopes', 'families', 'family', misspeltFamilies(scopes, operations)),
        ...told('scopes', 'levels', 'level', misspeltLevels(scopes, operations)),
      ]
    : []),
  ...(endpoints
    ? [
        ...told(
          'endpoints',
          'messages',
          'message',
          misspeltAmong(Object.keys(endpoints.messages), messagesIn(endpoints)),
        ),
        ...told(
          'endpoints',
          'errors',
          'error',
          misspeltAmong(Object.keys(endpoints.errors), errorsIn(endpoints)),
        ),
        ...unusualNames(endpoints).map(unusual),
      ]
    : []),
]

function told(part: Part, section: string, what: string, names: MisspeltNames): readonly Complaint[] {
  return [...names].map(([name, { declared, references }]) =>
    complaint(part, section, what, name, { declared, references }),
  )
}

function complaint(
  part: Part,
  section: string,
  what: string,
  name: string,
  { declared, references }: MisspeltName,
): Complaint {
  const [first, ...others] = references
  return {
    part,
    path: [section, declared],
    at: 'key',
    wrong: `no ${what} is called "${name}", which ${others.length + 1} places name; none names this one, "${declared}"`,
    expected: 'the name by which it is referred to',
    suggestion: name,
    fix: `did you mean "${name}"?`,
    also: [{ ...first, says: 'the first of these places' }],
  }
}

function unusual({ what, declared, usual, ...spot }: UnusualName): Complaint {
  return {
    ...spot,
    wrong: `no ${what} is called "${usual}", which clients know; this one nearly is, "${declared}"`,
    expected: 'the name by which clients know it',
    suggestion: usual,
    fix: `did you mean "${usual}"?`,
  }
}
