/** Parameters of a request and fields of an answer. */

import { own } from '../../collections/own.js'
import type { Table } from '../../collections/table.js'
import { atCompileTime, atRunTime, type Change, harmless, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { PicturedConstant, PicturedPart } from '../picture/picture.js'
import { compareSlots, type Direction, type Part, REFUSAL } from './compare-slots.js'
import { pairsOf, renamedIn } from './side-by-side.js'

/** @param owner - the name of the request or of the answer's type. */
export function compareParts(
  owner: string,
  direction: Direction,
  before: Table<PicturedPart>,
  after: Table<PicturedPart>,
): readonly Change[] {
  const { added, removed, kept } = pairsOf(before, after)
  const renamed = renamedParts(added, removed)
  const heirs = new Set(renamed.values())
  const nameOf = (part: string) => `${owner}.${part}`
  const partOf = (part: string): Part => ({
    name: nameOf(part),
    subject: `The ${direction} ${mono(nameOf(part))}`,
    direction,
  })
  return [
    ...removed.flatMap(([name, old]): readonly Change[] => {
      const [part, heir] = [partOf(name), renamed.get(name)]
      const now = heir === undefined ? undefined : own(after, heir)
      if (heir === undefined || now === undefined)
        return [atCompileTime('part', 'removed', [part.name], `${part.subject} is gone.`)]
      const words = `${part.subject} is now called ${mono(nameOf(heir))}.`
      const change = atCompileTime('part', 'renamed', [part.name], words, { before: name, after: heir })
      return [change, ...comparePart(partOf(heir), old, underOldName(now, old))]
    }),
    ...kept.flatMap(([name, old, now]) => comparePart(partOf(name), old, now)),
    ...added.filter(([name]) => !heirs.has(name)).map(([name, part]) => addedPart(partOf(name), part)),
  ]
}

type Entry = readonly [name: string, part: PicturedPart]

/** What is read under the old name too was renamed, and so was what is the same in all else. */
function renamedParts(added: readonly Entry[], removed: readonly Entry[]): ReadonlyMap<string, string> {
  const heirOf = ({ wire }: PicturedPart) =>
    added.find(([, part]) => !isConstant(part) && part.aliases.includes(wire))?.[0]
  const read = new Map(
    removed.flatMap(([name, old]) => {
      const heir = heirOf(old)
      return heir === undefined ? [] : [[name, heir] as const]
    }),
  )
  const heirs = new Set(read.values())
  const others = {
    added: added.filter(([name]) => !heirs.has(name)),
    removed: removed.filter(([name]) => !read.has(name)),
  }
  return new Map([...read, ...renamedIn(others, ({ wire: _, ...part }) => part)])
}

/** The name is told already: only what else changed is to be compared. */
function underOldName(part: PicturedPart, { wire }: PicturedPart): PicturedPart {
  return isConstant(part)
    ? { ...part, wire }
    : { ...part, wire, aliases: part.aliases.filter((alias) => alias !== wire) }
}

function isConstant(part: PicturedPart): part is PicturedConstant {
  return part.type === 'constant'
}

function addedPart({ name, subject, direction }: Part, part: PicturedPart): Change {
  if (isConstant(part)) {
    return atRunTime('part', 'default', [name], `${subject} is now sent: always ${mono(part.value)}.`, {
      after: part.value,
    })
  }
  if (part.presence === 'required') {
    return direction === 'parameter'
      ? atCompileTime('part', 'narrowed', [name], `${subject} is new and required. ${part.words}`)
      : atRunTime('part', 'narrowed', [name], `${subject} is new and required: ${REFUSAL}. ${part.words}`)
  }
  return harmless('part', 'added', [name], `${subject} is new. ${part.words}`)
}

function comparePart(part: Part, before: PicturedPart, after: PicturedPart): readonly Change[] {
  const changes = changesOf(part, before, after)
  if (changes.length > 0 || same(before, after)) return changes
  return [
    harmless('part', 'words', [part.name], `${part.subject} is described in other words: ${after.words}`),
  ]
}

function changesOf(part: Part, before: PicturedPart, after: PicturedPart): readonly Change[] {
  const { name, subject, direction } = part
  if (isConstant(before) && isConstant(after)) return compareConstants(part, before, after)
  if (isConstant(after)) {
    const words = `${subject} is no longer to be given: it is always ${mono(after.value)}.`
    return [atCompileTime('part', 'narrowed', [name], words, { after: after.value })]
  }
  if (isConstant(before)) {
    const words = `${subject} is now to be given: it was always ${mono(before.value)}.`
    const step = { before: before.value }
    return [
      after.presence === 'required' && direction === 'parameter'
        ? atCompileTime('part', 'narrowed', [name], words, step)
        : atRunTime('part', 'default', [name], words, step),
    ]
  }
  return compareSlots(part, before, after)
}

function compareConstants(
  { name, subject }: Part,
  before: PicturedConstant,
  after: PicturedConstant,
): Change[] {
  if (before.value !== after.value) {
    const words = `${subject} is now ${mono(after.value)} instead of ${mono(before.value)}.`
    return [atRunTime('part', 'default', [name], words, { before: before.value, after: after.value })]
  }
  if (before.assumed === after.assumed) return []
  const words = `${subject} is no longer taken for granted when it is left out.`
  return after.assumed
    ? [harmless('part', 'widened', [name], `${subject} may now be left out.`)]
    : [atRunTime('part', 'default', [name], words)]
}
