import { allScopes, type Family, type FoldedFamily, type Scope, type Wildcard } from '../model/scope-model.js'
import type { Emitter } from './output.js'
import { deprecation, familyDocs, scopeDocs } from './scope-docs.js'
import {
  type Constant,
  type Declaration,
  type Member,
  spreadObject,
  text,
} from './typescript/declarations.js'
import { paragraphs } from './words.js'

/** The scopes as constants: an object for each family, a string for each scope without one, and their type. */
export const scopes: Emitter = ({ scopes: model }, { client }) => {
  const { families, singles, folded, wildcard } = model
  const texts = [...allScopes(model).map((scope) => scope.text), ...(wildcard ? [wildcard.scope] : [])]
  const declarations: Declaration[] = [
    ...families.map(familyConstant),
    ...singles.map(scopeConstant),
    ...folded.flatMap(foldedConstant),
    ...(wildcard ? [wildcardConstant(wildcard)] : []),
    {
      kind: 'union',
      name: 'OAuthScope',
      docs: 'A scope that is known by name, retired ones too.',
      members: texts,
    },
  ]
  return [{ path: `${client.folder}/scopes.ts`, from: ['scopes'], content: { imports: [], declarations } }]
}

/** A scope as a constant of its own. */
export function scopeConstant(scope: Scope): Constant {
  const docs = paragraphs(scopeDocs(scope), scope.retired && deprecation(scope.retired))
  return { kind: 'constant', name: scope.name, docs, value: text(scope.text) }
}

/** The wildcard as a constant. */
export function wildcardConstant({ name, scope, description }: Wildcard): Constant {
  return { kind: 'constant', name, docs: `${description} Includes every scope.`, value: text(scope) }
}

function familyConstant(family: Family): Constant {
  return namespace(family.name, familyDocs(family), family.scopes)
}

function foldedConstant({ id, name, into, note }: FoldedFamily): Constant[] {
  if (name === undefined) return []
  const docs = paragraphs(`The scopes of the former \`${id}\`, now those of \`${into.id}\`.`, note)
  return [namespace(name, paragraphs(docs, `@deprecated Use \`${into.name}\`.`), into.scopes)]
}

function namespace(name: string, docs: string, members: readonly Scope[]): Constant {
  const value = spreadObject(
    members.map((scope): Member => ({ name: scope.name, docs: scopeDocs(scope), value: text(scope.text) })),
  )
  return { kind: 'constant', name, docs, value, asConst: true }
}
