import type { House } from '../../house/house.js'
import { headingsOfScopes as headings } from '../../model/headings.js'
import {
  allScopes,
  type Family,
  type FoldedFamily,
  type Scope,
  type Wildcard,
} from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
import { seeScopes } from '../reference/reference-links.js'
import {
  type Constant,
  type Declaration,
  type Member,
  spreadObject,
  text,
} from '../typescript/declarations.js'
import { prose } from '../words/prose.js'
import { paragraphs } from '../words/sentences.js'
import { deprecation, familyDocs, scopeDocs } from './scope-docs.js'

/**
 * The scopes as constants: an object for each family, a string for each scope without one, and their type.
 */
export const scopes: Emitter = ({ scopes: model }, house) => {
  const { families, singles, folded, wildcard } = model
  const texts = [...allScopes(model).map((scope) => scope.text), ...(wildcard ? [wildcard.scope] : [])]
  const declarations: Declaration[] = [
    ...families.map((family) => familyConstant(family, house)),
    ...singles.map((scope) => scopeConstant(scope, headings.singles, house)),
    ...folded.flatMap((family) => foldedConstant(family, house)),
    ...(wildcard ? [wildcardConstant(wildcard, house)] : []),
    {
      kind: 'union',
      name: 'OAuthScope',
      docs: 'A scope that is known by name, retired ones too.',
      members: texts,
    },
  ]
  const path = `${house.client.folder}/scopes.ts`
  return [{ path, from: ['scopes'], content: { imports: [], declarations } }]
}

/** A scope as a constant of its own, with the heading that it stands under in the reference. */
export function scopeConstant(scope: Scope, heading: string, house: House): Constant {
  return { kind: 'constant', name: scope.name, docs: docsOf(scope, heading, house), value: text(scope.text) }
}

/** An editor shows the docs of a member without those of its object: each says itself that it is retired. */
function docsOf(scope: Scope, heading: string, house: House): string {
  const { retired } = scope
  const docs = scopeDocs(scope, seeScopes(house, retired ? headings.retired : heading))
  return paragraphs(docs, retired && deprecation(retired))
}

function wildcardConstant({ name, title, scope, description }: Wildcard, house: House): Constant {
  const docs = paragraphs(`${prose(description)} Includes every scope.`, seeScopes(house, title))
  return { kind: 'constant', name, docs, value: text(scope) }
}

function familyConstant(family: Family, house: House): Constant {
  const { name, title, scopes: members, retired } = family
  const docs = familyDocs(family, seeScopes(house, retired ? headings.retired : title))
  const value = spreadObject(members.map((scope) => member(scope, docsOf(scope, title, house))))
  return { kind: 'constant', name, docs, value, asConst: true }
}

function foldedConstant({ id, name, into, note }: FoldedFamily, house: House): Constant[] {
  if (name === undefined) return []
  const docs = paragraphs(
    `The scopes of the former \`${id}\`, now those of \`${into.id}\`.`,
    note && prose(note),
    seeScopes(house, headings.older),
    `@deprecated Use \`${into.name}\`.`,
  )
  const value = spreadObject(
    into.scopes.map((scope) =>
      member(scope, formerDocs(scope, into, `\`${into.name}.${scope.name}\``, house)),
    ),
  )
  return [{ kind: 'constant', name, docs, value, asConst: true }]
}

/** The scopes that a former family's are now, as constants of its own module. */
export function formerConstants({ into }: FoldedFamily, house: House): readonly Constant[] {
  return into.scopes.map((scope) => {
    const docs = formerDocs(scope, into, `\`${scope.name}\` of \`${into.id}\``, house)
    return { kind: 'constant', name: scope.name, docs, value: text(scope.text) }
  })
}

function formerDocs(scope: Scope, into: Family, instead: string, house: House): string {
  return paragraphs(
    docsOf(scope, into.title, house),
    scope.retired ? undefined : `@deprecated Use ${instead}.`,
  )
}

function member(scope: Scope, docs: string): Member {
  return { name: scope.name, docs, value: text(scope.text) }
}
