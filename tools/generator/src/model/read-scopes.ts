import { own } from '../collections/own.js'
import { oncePer } from '../reuse/once-per.js'
import type {
  FamilyEntry,
  FoldedEntry,
  LevelEntry,
  RetiredEntry,
  ScopesDocument,
  SingleEntry,
} from '../spec/scopes-document.js'
import { readAliases } from './read-aliases.js'
import type { Family, FoldedFamily, Retirement, Scope, ScopeModel } from './scope-model.js'

/** The scopes that the spec's file describes, written out: every level of every family. */
export const readScopes: (document: ScopesDocument) => ScopeModel = oncePer((document) => {
  const ladder = new Map(Object.entries(document.levels ?? {}))
  const families = Object.entries(document.families ?? {}).map(([id, entry]) => readFamily(id, entry, ladder))
  return {
    families,
    singles: Object.entries(document.scopes ?? {}).map(([scope, entry]) => readSingle(scope, entry)),
    wildcard: document.wildcard,
    folded: Object.entries(document.folded ?? {}).flatMap(([id, entry]) => readFolded(id, entry, families)),
    levels: [...ladder].map(([id, { aliases = [] }]) => ({ id, aliases })),
    bare: document.bare,
    nothing: document.nothing ?? [],
    spellings: Object.entries(document.scopes ?? {}).flatMap(([scope, { aliases }]) =>
      aliases ? [[scope, aliases]] : [],
    ),
    aliases: readAliases(document),
    separators: readSeparators(document.separators),
    ignoreCase: document.ignoreCase ?? false,
  }
})

function readSeparators({
  read,
  write,
  answer = write,
}: ScopesDocument['separators']): ScopeModel['separators'] {
  return { read: read.join(''), write, answer }
}

function readFamily(id: string, entry: FamilyEntry, ladder: Ladder): Family {
  const title = entry.title ?? entry.name
  const retirement = readRetirement(entry.retired)
  const isRetired = (level: string) => entry.retired?.levels?.includes(level) ?? true
  const has = (level: string) => entry.levels?.includes(level) ?? true
  const scopes = [...ladder]
    .filter(([level]) => has(level))
    .map(
      ([level, { name, title: pattern, description }]): Scope => ({
        text: `${id}:${level}`,
        name,
        title: pattern.replaceAll('{title}', title),
        description: own(entry.descriptions, level) ?? description.replaceAll('{things}', entry.things),
        includes: [
          ...below(level, ladder, has).map((other) => `${id}:${other}`),
          ...(own(entry.includes, level) ?? []),
        ],
        retired: isRetired(level) ? retirement : undefined,
      }),
    )
  const retired = scopes.every((scope) => scope.retired !== undefined) ? retirement : undefined
  return { id, name: entry.name, title, things: entry.things, note: entry.note, scopes, retired }
}

type Ladder = ReadonlyMap<string, LevelEntry>

/** The levels that a level includes; one that the family doesn't have is passed over to those below it. */
function below(level: string, ladder: Ladder, has: (level: string) => boolean): readonly string[] {
  const found = new Set<string>()
  const passed = new Set<string>()
  const descend = (from: string): void => {
    if (passed.has(from)) return
    passed.add(from)
    for (const other of ladder.get(from)?.includes ?? []) {
      if (has(other)) found.add(other)
      else descend(other)
    }
  }
  descend(level)
  return [...found]
}

function readSingle(text: string, entry: SingleEntry): Scope {
  const { name, title = text, description, includes = [] } = entry
  return { text, name, title, description, includes, retired: readRetirement(entry.retired) }
}

function readRetirement(entry: RetiredEntry | undefined): Retirement | undefined {
  return entry && { declared: entry.declared, removed: entry.removed, note: entry.note }
}

function readFolded(
  id: string,
  { into, name, note }: FoldedEntry,
  families: readonly Family[],
): FoldedFamily[] {
  const family = families.find((candidate) => candidate.id === into)
  return family === undefined ? [] : [{ id, name, into: family, note }]
}
