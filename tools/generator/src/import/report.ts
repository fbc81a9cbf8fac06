/** What an import did and what it leaves to a person, in words and as JSON. */
import type { House } from '../house/house.js'
import { renderFaults } from '../report/render.js'
import { visible } from '../report/visible.js'
import type { ApiDocument } from './api-document.js'
import type { Followed } from './follow.js'
import { scopesOf } from './plan/judge-scopes.js'
import type { Plan, Warning } from './plan/plan.js'
import type { PlaceOf } from './write/places.js'

/** An import that was done, or would be. */
export interface Done {
  readonly document: ApiDocument
  readonly plan: Plan
  /** The files whose text changed. */
  readonly files: readonly string[]
  /** Where the spec holds what is to be decided, or would hold it. */
  readonly placeOf: PlaceOf
  /** The version that the spec had. */
  readonly before: string | undefined
  readonly dryRun: boolean
  /** It says which commands go on from here. */
  readonly house: House
}

/** How many of one kind are told before the rest is counted. */
const FEW = 12

const headlines: Readonly<Record<string, string>> = {
  family: 'Families that are new',
  level: 'Scopes that are new in a family',
  back: 'Families and scopes that are declared again, and no longer retired',
  retired: 'Families and scopes that are declared no more, and retired',
  new: 'Operations that are new',
  removed: 'Operations that were removed',
  declaration: 'Operations that declare something else',
  since: 'Operations that are older than was known',
}

/**
 * For people. What a document says may not command their terminal.
 *
 * @param followed - what was done after the import; left out where it ended with the spec.
 */
export function inWords(done: Done, followed?: Followed): string {
  const { document, plan, before } = done
  const { title = 'a document', version, from, operations } = document
  const [calls, scopes] = [countOf(operations.length, 'operation'), countOf(scopesIn(done).length, 'scope')]
  return [
    `${title} ${version}, from ${from}: ${calls}, ${scopes}`,
    ...(plan.older
      ? [`It is older than the spec (${before}), so nothing but "since" is taken from it.`]
      : []),
    ...changesOf(done),
    ...misspelt(done),
    ...decisions(done),
    '',
    ending(done),
    ...(followed?.words ?? []),
    ...next(done, followed),
    '',
  ]
    .map(visible)
    .join('\n')
}

/** The scopes that the document names, without those that are none. */
function scopesIn({ document, plan }: Done): readonly string[] {
  const misspelt = new Set(plan.warnings.map(({ scope }) => scope))
  return [...scopesOf(document)].filter((scope) => !misspelt.has(scope))
}

function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

function changesOf({ plan, before }: Done): readonly string[] {
  const kinds = [...new Set(plan.told.map(({ kind }) => kind))]
  return [
    ...(plan.version === undefined ? [] : ['', `The spec's version: ${before ?? 'none'} → ${plan.version}`]),
    ...kinds.flatMap((kind) => {
      const texts = plan.told.filter((told) => told.kind === kind).map(({ text }) => text)
      return list(`${headlines[kind] ?? kind} (${texts.length})`, texts)
    }),
  ]
}

function decisions({ plan: { decisions: all }, placeOf, files, dryRun }: Done): readonly string[] {
  if (all.length === 0) return []
  const lines = all.flatMap(({ what, about, keys, todo, counted }, index) => {
    if (counted && about.length > FEW) return [`  ${index + 1}. ${what} (--json has all)`, `     → ${todo}`]
    const told = about.map((text, at) => placed(text, placeOf(keys[at] ?? text)))
    return [`  ${index + 1}. ${what}`, ...few(told).map((text) => `       ${text}`), `     → ${todo}`]
  })
  const where = dryRun && files.length > 0 ? ' (at places in the files as they would be)' : ''
  return ['', `To decide${where}:`, ...lines]
}

/** What the spec explains already is counted: nobody has to look at it again. */
function misspelt({ document, plan: { warnings } }: Done): readonly string[] {
  const fresh = warnings.filter(({ settled }) => !settled)
  const before = countOf(warnings.length - fresh.length, 'misspelling')
  return [
    ...list(
      'Misspelt in the document, and never scopes',
      fresh.map((one) => warning(one, document)),
    ),
    ...(fresh.length === warnings.length ? [] : ['', `${before} as before (--json has all)`]),
  ]
}

function warning({ scope, suggestion, operations }: Warning, { placeOf }: ApiDocument): string {
  const meant = suggestion === undefined ? '' : `: did you mean ${suggestion}?`
  const where =
    operations.length === 0 ? ' (listed, but asked for by none)' : ` (${few(operations, 3).join(', ')})`
  return placed(`${scope}${meant}${where}`, placeOf(scope))
}

function placed(text: string, place: string | undefined): string {
  return place === undefined ? text : `${place}: ${text}`
}

function list(headline: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : ['', `${headline}:`, ...few(texts).map((text) => `  ${text}`)]
}

function few(texts: readonly string[], count: number = FEW): readonly string[] {
  if (texts.length <= count + 1) return texts
  return [...texts.slice(0, count), `… and ${texts.length - count} more (--json has all)`]
}

function ending({ files, dryRun }: Done): string {
  if (files.length === 0) return 'The spec says all of this already: it stays as it is.'
  if (dryRun) return `Nothing was written; it would be ${files.join(' and ')}.`
  return `Wrote ${files.join(' and ')}.`
}

/** What is left to a person, and the one command that goes on. */
function next({ files, dryRun, plan, house }: Done, followed: Followed | undefined): readonly string[] {
  if (dryRun) return []
  if (followed === undefined)
    return files.length === 0 ? [] : [`Next: look at the difference, and run "${house.command}".`]
  if (followed.faults.length > 0) return ['Next: mend what follows here, and import this again.']
  return [
    ...(plan.decisions.length === 0
      ? []
      : ['Next: where you answer in the spec what is to be decided, import this again.']),
    ...(followed.generated.length === 0
      ? []
      : [`Next: look at the difference, and run "${house.release.reports}".`]),
  ]
}

/** For programs. */
export function asJson(done: Done, followed?: Followed): string {
  const { document, plan, files, placeOf, before, dryRun } = done
  const { from, title = null, version, operations } = document
  const report = {
    document: { from, title, version, operations: operations.length, scopes: scopesIn(done).toSorted() },
    older: plan.older,
    version: { before: before ?? null, after: plan.version ?? before ?? null },
    written: dryRun ? [] : files,
    files,
    changes: plan.told,
    warnings: plan.warnings.map((one) => ({
      ...one,
      suggestion: one.suggestion ?? null,
      place: document.placeOf(one.scope) ?? null,
    })),
    decisions: plan.decisions.map(({ what, about, todo, keys }) => ({
      what,
      about,
      todo,
      places: keys.map((key) => placeOf(key) ?? null),
    })),
    generated: followed?.generated ?? [],
    faults: JSON.parse(renderFaults(followed?.faults ?? [], { format: 'json' })).faults,
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}
