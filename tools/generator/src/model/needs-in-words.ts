/**
 * What an operation needs, in the words of a list. The node package's command line says it too, by code of
 * its own, since the generator stands before core: `tools/verify/src/scope-picker` holds one to the other.
 */
import type { Access } from './operation-model.js'

/** @param written - how a scope stands in the text; left out, as it is. */
export function needsInWords(access: Access, written: (scope: string) => string = (scope) => scope): string {
  switch (access.auth) {
    case 'none':
      return 'no token'
    case 'any_token':
      return 'any token'
    case 'pat':
      return 'a personal access token only'
    case 'scoped':
      return access.anyOf.map((set) => set.map(written).join(' and ')).join(', or ')
  }
}
