import { headingsOfScopes as headings } from '../../model/headings.js'
import type { Model } from '../../model/model.js'
import { allScopes, type Family, type Scope, type ScopeModel } from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
import { prose } from '../words/prose.js'
import { heading, mono, page, table, toHeading } from './markdown.js'

/** The scopes as a page to read. */
export const referenceOfScopes: Emitter = (model, { reference, spec }) => {
  const path = `${reference}/scopes.md`
  return [{ path, from: ['scopes'], content: text(model, mono(spec.scopes)) }]
}

function text({ provider, scopes }: Model, source: string): string {
  const families = scopes.families.filter((entry) => entry.retired === undefined).toSorted(byTitle)
  const [first, others] = [
    wildcard(scopes),
    [...singles(scopes.singles), ...retired(scopes), ...older(scopes)],
  ]
  const links = [...first, ...others].map(({ title }) => toHeading(title))
  return page(
    heading(1, `Scopes of ${provider.name}`),
    `What a user can let an app do, made from ${source}. ${writing(scopes)}`,
    'For programs the same stands beside this page in the repository, as `scopes.json`.',
    ...(families.length === 0 ? [] : [table(['family', 'begins with', 'covers'], families.map(contentsRow))]),
    `${families.length === 0 ? 'On this page' : 'Besides the families'}: ${links.join(', ')}.`,
    ...[...first, ...families.map(family), ...others].flatMap(({ title, parts }) => [
      heading(2, title),
      ...parts,
    ]),
  )
}

/** As people look them up, whatever the case. */
function byTitle({ title: one }: Family, { title: other }: Family): number {
  return one.toLowerCase() < other.toLowerCase() ? -1 : 1
}

/** What stands under a heading. */
interface Section {
  readonly title: string
  readonly parts: readonly string[]
}

function contentsRow({ id, title, things }: Family): string[] {
  return [toHeading(title), mono(`${id}:`), prose(things)]
}

function writing({ families, separators, ignoreCase }: ScopeModel): string {
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
  const answer = names[separators.answer] ?? mono(separators.answer)
  const answered = separators.answer === separators.write ? '' : ` The provider answers with ${answer}.`
  const [first, second] = families
  const example = [first?.scopes[0]?.text, second?.scopes[1]?.text].filter((text) => text !== undefined)
  const as = example.length === 2 ? `, as in ${mono(example.join(separators.write))},` : ','
  return `Several scopes are written with ${write} between two of them${as} and read with ${read.join(' or ')}.${answered} ${letters}`
}

function wildcard({ wildcard: all }: ScopeModel): Section[] {
  if (all === undefined) return []
  const rows = [[mono(all.scope), mono(all.name), 'every scope', prose(all.description)]]
  return [{ title: all.title, parts: [table(header, rows)] }]
}

const header = ['scope', 'in code', 'includes', 'what it allows']

function family({ name, title, things, note, scopes }: Family): Section {
  const current = scopes.filter(({ retired: since }) => since === undefined)
  // A list behind a colon stands once, not in each row.
  const [whole = ''] = things.split(':')
  const rows = current.map((scope) => {
    const description = scope.description.replace(things, () => whole)
    return row({ ...scope, description }, `${name}.${scope.name}`)
  })
  const all = whole === things ? [] : [prose(`${things.slice(0, 1).toUpperCase()}${things.slice(1)}.`)]
  return { title, parts: [...all, table(header, rows), ...(note === undefined ? [] : [prose(note)])] }
}

function row({ text, description, includes }: Scope, code: string): string[] {
  return [mono(text), mono(code), includes.map(mono).join(', '), prose(description)]
}

function singles(scopes: readonly Scope[]): Section[] {
  const current = scopes.filter(({ retired: since }) => since === undefined)
  if (current.length === 0) return []
  const rows = current.map((scope) => row(scope, scope.name))
  return [{ title: headings.singles, parts: [table(header, rows)] }]
}

function retired(scopes: ScopeModel): Section[] {
  const rows = allScopes(scopes).flatMap(({ text, description, retired: since }) =>
    since === undefined
      ? []
      : [[mono(text), since.declared ?? '', since.removed, prose(since.note ?? ''), prose(description)]],
  )
  if (rows.length === 0) return []
  const parts = [
    'No longer declared, so new apps have no use for them. They are still read.',
    table(['scope', 'declared in', 'gone in', 'note', 'what it allowed'], rows),
  ]
  return [{ title: headings.retired, parts }]
}

function older(scopes: ScopeModel): Section[] {
  const parts = [...olderLevels(scopes), ...olderFamilies(scopes), ...otherSpellings(scopes)]
  if (parts.length === 0) return []
  const words = 'Still found on long-lived tokens. They are read, and never sent.'
  return [{ title: headings.older, parts: [words, ...parts] }]
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
    prose(note ?? ''),
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
