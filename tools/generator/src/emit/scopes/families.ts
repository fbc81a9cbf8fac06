import { dashed } from '../../model/names.js'
import type { Family } from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
import { scopeConstant } from './scopes.js'

/** Each family's scopes as flat constants in a module of its own, for those who count bytes. */
export const families: Emitter = ({ scopes }, house) =>
  scopes.families.map((family) => ({
    path: `${house.client.folder}/families/${familyFile(family)}.ts`,
    from: ['scopes'],
    content: {
      imports: [],
      declarations: family.scopes.map((scope) => scopeConstant(scope, family.title, house)),
    },
  }))

/** The name of a family's module, without its ending. */
export function familyFile({ id }: Pick<Family, 'id'>): string {
  return dashed(id)
}
