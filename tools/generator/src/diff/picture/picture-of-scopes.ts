/** The part of a picture that shows the scopes. */

import { groupBy } from '../../collections/group-by.js'
import type { Table } from '../../collections/table.js'
import type { Scope, ScopeModel, Wildcard } from '../../model/scope-model.js'
import type { PicturedScope } from './picture.js'

/** What is read besides, by the scope that it stands for; by `''` what stands for none. */
export function aliasesOf({ aliases, nothing }: ScopeModel): Table<readonly string[]> {
  const meaningful = aliases.filter(([, scope]) => scope !== '')
  const groups = groupBy(meaningful, ([, scope]) => scope)
  return Object.fromEntries([
    ['', nothing],
    ...[...groups].map(([scope, members]) => [scope, [...new Set(members.map(([alias]) => alias))].sort()]),
  ])
}

/** Every scope by its text, the wildcard among them. */
export function scopesOf({ families, singles, wildcard }: ScopeModel): Table<PicturedScope> {
  return Object.fromEntries([
    ...families.flatMap(({ id, name, scopes }) =>
      scopes.map((scope) => [scope.text, { ...scopeOf(scope, `${name}.${scope.name}`), family: id }]),
    ),
    ...singles.map((scope) => [scope.text, scopeOf(scope, scope.name)]),
    ...(wildcard === undefined ? [] : [[wildcard.scope, wildcardOf(wildcard)]]),
  ])
}

function scopeOf({ title, description, includes, retired }: Scope, name: string): PicturedScope {
  return {
    name,
    title,
    description,
    includes: includes.toSorted(),
    retired: retired && { declared: retired.declared, removed: retired.removed },
    note: retired?.note,
  }
}

function wildcardOf({ name, title, description }: Wildcard): PicturedScope {
  return { name, title, description, includes: [], wildcard: true }
}
