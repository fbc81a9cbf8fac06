import { allScopes, type Family, type Scope, type ScopeModel } from '../model/scope-model.js'
import { mono, page, table } from './markdown.js'
import type { Emitter } from './output.js'

/** The scopes as a page to read. */
export const referenceOfScopes: Emitter = ({ provider, scopes }, { reference }) => [
  {
    path: `${reference}/scopes.md`,
    from: ['scopes'],
    content: page(
      `# Scopes of ${provider.name}`,
      writing(scopes),
      ...wildcard(scopes),
      ...scopes.families.filter(({ retired }) => retired === undefined).flatMap(family),
      ...singles(scopes.singles),
      ...retired(scopes),
      ...older(scopes),
    ),
  },
]

function writing({ separators, ignoreCase }: ScopeModel): string {
  const names: Readonly<Record<string, string>> = {
    ' ': 'a space',
    ',': 'a comma',
    ';': 'a semicolon',
    '+': 'a plus',
    '|': 'a bar',
  }
  const read = [...separators.read].map((separator) => names[separator] ?? mono(separator))
  const write = names[separators.write] ?? mono(separators.write)
  const letters = ignoreCase ? 'Upper and lower case are the same.' : 'Upper and lower case differ.'
  return `Several scopes are written with ${write} between two of them, and read with ${read.join(' or ')}. ${letters}`
}

function wildcard({ wildcard: all }: ScopeModel): string[] {
  if (all === undefined) return []
  const rows = [[mono(all.scope), mono(all.name), all.description, 'every scope']]
  return [`## ${all.title}`, table(header, rows)]
}

const header = ['scope', 'in code', 'what it allows', 'includes']

function family({ name, title, note, scopes }: Family): string[] {
  const rows = scopes.map((scope) => row(scope, `${name}.${scope.name}`))
  return [`## ${title}`, table(header, rows), ...(note === undefined ? [] : [note])]
}

function row({ text, description, includes }: Scope, code: string): string[] {
  return [mono(text), mono(code), description, includes.map(mono).join(', ')]
}

function singles(scopes: readonly Scope[]): string[] {
  const current = scopes.filter(({ retired: since }) => since === undefined)
  if (current.length === 0) return []
  return [
    '## Single scopes',
    table(
      header,
      current.map((scope) => row(scope, scope.name)),
    ),
  ]
}

function retired(scopes: ScopeModel): string[] {
  const rows = allScopes(scopes).flatMap(({ text, description, retired: since }) =>
    since === undefined
      ? []
      : [[mono(text), description, since.declared ?? '', since.removed, since.note ?? '']],
  )
  if (rows.length === 0) return []
  return [
    '## Retired',
    'No longer declared, and not offered on a consent page. They are still read.',
    table(['scope', 'what it allowed', 'declared in', 'gone in', 'note'], rows),
  ]
}

function older(scopes: ScopeModel): string[] {
  const parts = [...olderLevels(scopes), ...olderFamilies(scopes), ...otherSpellings(scopes)]
  if (parts.length === 0) return []
  return ['## Older spellings', 'Still found on long-lived tokens. They are read, and never sent.', ...parts]
}

function olderLevels({ families, levels, bare, nothing }: ScopeModel): string[] {
  const example = families[0]?.id
  if (example === undefined) return []
  const rows = levels
    .filter(({ aliases }) => aliases.length > 0)
    .map(({ id, aliases }) => [mono(id), words(aliases)])
  const alone = `A family's name alone stands for its level ${mono(`${bare}`)}: ${mono(example)} is ${mono(`${example}:${bare}`)}.`
  return [
    ...(rows.length === 0 ? [] : [table(['level', 'older names'], rows)]),
    ...(bare === undefined ? [] : [alone]),
    ...nothing.map((word) => `${mono(word)} and ${mono(`${example}:${word}`)} stand for no scope.`),
  ]
}

function olderFamilies({ folded }: ScopeModel): string[] {
  if (folded.length === 0) return []
  const rows = folded.map(({ id, name, into, note }) => [
    mono(id),
    mono(into.id),
    name ? mono(name) : '',
    note ?? '',
  ])
  return [table(['former family', 'now', 'still in code as', 'note'], rows)]
}

function otherSpellings({ spellings }: ScopeModel): string[] {
  if (spellings.length === 0) return []
  return [
    table(
      ['scope', 'other spellings'],
      spellings.map(([scope, aliases]) => [mono(scope), words(aliases)]),
    ),
  ]
}

function words(names: readonly string[]): string {
  return names.map(mono).join(', ')
}
