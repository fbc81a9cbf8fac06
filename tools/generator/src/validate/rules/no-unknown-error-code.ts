/** A code that an endpoint may answer must say somewhere what it means and which status it has. */
import { misspeltAmong } from '../names/misspelt-names.js'
import { unknownAmong } from '../names/references.js'
import { errorsIn } from '../names/references-in.js'
import type { Rule } from '../rule.js'

export const noUnknownErrorCode: Rule = ({ endpoints }) => {
  if (endpoints === undefined) return []
  const [names, references] = [Object.keys(endpoints.errors), errorsIn(endpoints)]
  const declared = { what: 'error', section: 'errors', names }
  return unknownAmong(references, declared, misspeltAmong(names, references))
}
