/** An answer that names a message which isn't described would be decoded by nobody. */
import { misspeltAmong } from '../names/misspelt-names.js'
import { unknownAmong } from '../names/references.js'
import { messagesIn } from '../names/references-in.js'
import type { Rule } from '../rule.js'

export const noUnknownMessage: Rule = ({ endpoints }) => {
  if (endpoints === undefined) return []
  const [names, references] = [Object.keys(endpoints.messages), messagesIn(endpoints)]
  const declared = { what: 'message', section: 'messages', names }
  return unknownAmong(references, declared, misspeltAmong(names, references))
}
