import { allScopes, type Family, type Scope, type ScopeModel } from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
import {
  call,
  code,
  type Expression,
  list,
  type Member,
  object,
  spreadObject,
  text,
} from '../typescript/declarations.js'
import { prose } from '../words/prose.js'

/**
 * What the scopes mean, as data for the algebra. What families have in common is said
 * once: every app carries it.
 */
export const hierarchy: Emitter = ({ provider, scopes }, { client }) => {
  const inFamilies = scopes.families.length > 0
  return [
    {
      path: `${client.folder}/hierarchy.ts`,
      from: ['scopes'],
      content: {
        imports: [
          inFamilies
            ? { from: client.hierarchy, names: ['type ScopeHierarchy', 'withFamilies'] }
            : { from: client.hierarchy, names: ['ScopeHierarchy'], typeOnly: true },
        ],
        declarations: [
          {
            kind: 'constant',
            name: 'hierarchy',
            docs: `What ${prose(provider.name)}'s scopes include, and how they are written.`,
            type: 'ScopeHierarchy',
            value: inFamilies
              ? call('/* @__PURE__ */ withFamilies', familiesOf(scopes), hierarchyWithoutFamilies(scopes))
              : writtenOut(scopes, allScopes(scopes), scopes.aliases),
          },
        ],
      },
    },
  ]
}

/** The ladder that families follow, and the families. */
function familiesOf({ families, folded, levels, bare, nothing }: ScopeModel): Expression {
  const below = ladderOf(families)
  const ladder = levels.map(({ id, aliases }) => {
    const level = [
      { name: 'includes', value: texts(below.get(id) ?? []) },
      { name: 'aliases', value: texts(aliases) },
    ]
    return { name: id, value: object(level) }
  })
  return spreadObject([
    { name: 'levels', value: spreadObject(ladder) },
    { name: 'bare', value: textOr(bare) },
    { name: 'nothing', value: texts(nothing) },
    {
      name: 'families',
      value: spreadObject(families.map((family) => ({ name: family.id, value: texts(levelsOf(family)) }))),
    },
    {
      name: 'folded',
      value: spreadObject(folded.map(({ id, into }) => ({ name: id, value: text(into.id) }))),
    },
  ])
}

/** What follows no ladder, or departs from it. */
function hierarchyWithoutFamilies(scopes: ScopeModel): Expression {
  const { families, singles, spellings } = scopes
  const below = ladderOf(families)
  const departing = families.flatMap((family) => {
    const own = levelsOf(family)
    const regular = (level: string) =>
      (below.get(level) ?? []).filter((other) => own.includes(other)).map((other) => `${family.id}:${other}`)
    return family.scopes.filter(
      ({ includes }, place) => includes.join(' ') !== regular(own[place] ?? '').join(' '),
    )
  })
  const aliases = spellings.flatMap(([scope, names]) => names.map((name) => [name, scope] as const))
  return writtenOut(scopes, [...departing, ...singles], aliases)
}

/** What each level includes, as the families say that have the most levels. */
function ladderOf(families: readonly Family[]): ReadonlyMap<string, readonly string[]> {
  const [fullest] = [...families].sort((one, other) => other.scopes.length - one.scopes.length)
  if (fullest === undefined) return new Map()
  const levelOf = (scope: string) => scope.slice(fullest.id.length + 1)
  return new Map(
    fullest.scopes.map((scope) => [
      levelOf(scope.text),
      scope.includes.filter((below) => below.startsWith(`${fullest.id}:`)).map(levelOf),
    ]),
  )
}

function levelsOf({ id, scopes }: Family): readonly string[] {
  return scopes.map((scope) => scope.text.slice(id.length + 1))
}

function writtenOut(
  { wildcard, separators: { read, write }, ignoreCase }: ScopeModel,
  scopes: readonly Scope[],
  aliases: ScopeModel['aliases'],
): Expression {
  const includes: Member[] = scopes.map((scope) => ({ name: scope.text, value: texts(scope.includes) }))
  return spreadObject([
    { name: 'includes', value: spreadObject(includes) },
    {
      name: 'aliases',
      value: spreadObject(aliases.map(([name, scope]) => ({ name, value: text(scope) }))),
    },
    { name: 'wildcard', value: textOr(wildcard?.scope) },
    {
      name: 'separators',
      value: object([
        { name: 'read', value: text(read) },
        { name: 'write', value: text(write) },
      ]),
    },
    { name: 'ignoreCase', value: code(String(ignoreCase)) },
  ])
}

function texts(values: readonly string[]): Expression {
  return list(values.map(text))
}

function textOr(value: string | undefined): Expression {
  return value === undefined ? code('undefined') : text(value)
}
