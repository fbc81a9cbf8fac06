/** What an import guessed: it stands in the spec, marked, until a person takes the mark out. */
import type { Source } from '../load/source.js'
import type { Aside } from '../report/fault.js'
import type { Documents } from '../spec/documents.js'
import type { OperationEntry } from '../spec/operations-document.js'

/** What each mark is about, with its place. */
export function guessesIn(
  { scopes, operations }: Pick<Documents, 'scopes' | 'operations'>,
  sources: { readonly scopes: Source | undefined; readonly operations: Source | undefined },
): readonly Aside[] {
  return [
    ...Object.entries(operations.operations)
      .filter(([, { guessed }]) => guessed)
      .flatMap(([key, entry]) => marked(sources.operations, ['operations', key], `${key}: ${openIn(entry)}`)),
    ...Object.entries(scopes.families ?? {})
      .filter(([, { guessed }]) => guessed)
      .flatMap(([id]) =>
        marked(sources.scopes, ['families', id], `${id}: its name and its words are a guess`),
      ),
  ]
}

function openIn({ guessed, corrected }: OperationEntry): string {
  if (guessed === 'note') return 'its note was written for another declaration'
  return corrected === undefined ? 'what it needs is a guess' : 'what "corrected" says is a guess'
}

function marked(source: Source | undefined, path: readonly string[], says: string): readonly Aside[] {
  return source === undefined ? [] : [{ place: source.place([...path, 'guessed'], 'key'), says }]
}
