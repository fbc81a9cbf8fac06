/** The scopes as one JSON document, so that a port to another language needs no YAML and no rule of ours. */
import { inclusions } from '../../model/inclusions.js'
import type { Model } from '../../model/model.js'
import { allScopes, type Family, type Retirement, type ScopeModel } from '../../model/scope-model.js'
import type { Emitter, JsonObject } from '../output.js'

/** Every scope with what it includes, and every spelling that is read. */
export const scopesDocument: Emitter = (model, { reference }) => [
  {
    path: `${reference}/scopes.json`,
    from: ['scopes'],
    content: { mark: '$comment', value: document(model) },
  },
]

function document({ provider, scopes }: Model): JsonObject {
  const { families, folded, separators, ignoreCase, wildcard, aliases } = scopes
  return {
    title: `Scopes of ${provider.name}`,
    description:
      'Each of `scopes` stands under its text, with all other known scopes that it includes, at whatever remove. A text of scopes is parted at any of `separators.read`, in lower case first if `ignoreCase`; what stands in `aliases` is read as the scope there, or as no scope where that is empty. What stands in neither is a scope that is not known: it is kept, and stands for itself alone. `wildcard` includes unknown scopes too. What is `retired` is read, but can no longer be asked for. scopes.md, beside this file, has the same to read.',
    separators,
    ignoreCase,
    wildcard: wildcard?.scope,
    families: Object.fromEntries(families.map((family) => [family.id, familyObject(family)])),
    formerFamilies: Object.fromEntries(folded.map(({ id, into, note }) => [id, { into: into.id, note }])),
    scopes: scopesObject(scopes),
    aliases: Object.fromEntries(aliases),
  }
}

function familyObject({ id, title, things, note, scopes, retired }: Family): JsonObject {
  return {
    title,
    things,
    note,
    levels: Object.fromEntries(scopes.map(({ text }) => [text.slice(id.length + 1), text])),
    retired: retired && retirement(retired),
  }
}

function scopesObject(scopes: ScopeModel): JsonObject {
  const included = inclusions(scopes)
  const { wildcard } = scopes
  const known = [
    ...allScopes(scopes),
    ...(wildcard === undefined ? [] : [{ ...wildcard, text: wildcard.scope, retired: undefined }]),
  ]
  return Object.fromEntries(
    known.map(({ text, title, description, retired }) => [
      text,
      { title, description, includes: included.get(text), retired: retired && retirement(retired) },
    ]),
  )
}

function retirement({ declared, removed, note }: Retirement): JsonObject {
  return { declared, removed, note }
}
