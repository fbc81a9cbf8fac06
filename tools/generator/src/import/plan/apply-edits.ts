/** Edits done to the data of the spec's files: what their texts must say afterwards. */
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { OperationEdit, ScopeEdit } from './plan.js'

/** The operations with some edits. */
export function withOperations(
  document: OperationsDocument,
  edits: readonly OperationEdit[],
  version?: string | undefined,
): OperationsDocument {
  const entries = new Map(Object.entries(document.operations))
  for (const edit of edits) {
    if (edit.kind === 'remove') entries.delete(edit.key)
    else entries.set(edit.key, edit.entry)
  }
  return { ...document, ...(version && { version }), operations: Object.fromEntries(entries) }
}

/** The scopes with some edits. */
export function withScopes(document: ScopesDocument, edits: readonly ScopeEdit[]): ScopesDocument {
  const families = new Map(Object.entries(document.families ?? {}))
  const scopes = new Map(Object.entries(document.scopes ?? {}))
  for (const edit of edits) {
    const family = families.get(edit.id)
    const single = scopes.get(edit.id)
    if (edit.kind === 'family') families.set(edit.id, edit.entry)
    else if (edit.kind === 'levels') {
      if (family !== undefined) families.set(edit.id, { ...family, levels: edit.levels })
    } else if (edit.section === 'families' && family !== undefined)
      families.set(edit.id, withRetired(family, edit))
    else if (edit.section === 'scopes' && single !== undefined) scopes.set(edit.id, withRetired(single, edit))
  }
  return {
    ...document,
    ...((document.families !== undefined || families.size > 0) && { families: Object.fromEntries(families) }),
    ...(document.scopes && { scopes: Object.fromEntries(scopes) }),
  }
}

function withRetired<E extends { readonly retired?: unknown }>(
  entry: E,
  edit: Extract<ScopeEdit, { readonly kind: 'retire' | 'revive' }>,
): Omit<E, 'retired'> {
  const { retired: _, ...rest } = entry
  return edit.kind === 'retire' ? { ...rest, retired: edit.retired } : rest
}
