import type { House } from '../../house/house.js'
import { dashed } from '../../model/names.js'
import type { Family, FoldedFamily, ScopeModel } from '../../model/scope-model.js'
import type { Emitter, Output } from '../output.js'
import type { Declaration } from '../typescript/declarations.js'
import { formerConstants, scopeConstant } from './scopes.js'

/**
 * Each family's scopes as flat constants in a module of its own, for those who count bytes. A former family keeps its
 * module as long as its name.
 */
export const families: Emitter = ({ scopes }, house) => [
  ...scopes.families.map((family) =>
    moduleOf(
      family,
      family.scopes.map((scope) => scopeConstant(scope, family.title, house)),
      house,
    ),
  ),
  ...scopes.folded.filter(keepsName).map((family) => moduleOf(family, formerConstants(family, house), house)),
]

function moduleOf(
  family: Pick<Family, 'id'>,
  declarations: readonly Declaration[],
  { client }: House,
): Output {
  const path = `${client.folder}/families/${familyFile(family)}.ts`
  return { path, from: ['scopes'], content: { imports: [], declarations } }
}

/** Every family that has a module, former ones last. */
export function familiesWithModule({ families, folded }: ScopeModel): readonly Pick<Family, 'id'>[] {
  return [...families, ...folded.filter(keepsName)]
}

function keepsName({ name }: FoldedFamily): boolean {
  return name !== undefined
}

/** The name of a family's module, without its ending. */
export function familyFile({ id }: Pick<Family, 'id'>): string {
  return dashed(id)
}
