/** What may stand in a parameter or a field: whether it must, of which type, under which names. */

import type { Table } from '../../collections/table.js'
import { atCompileTime, atRunTime, type Change, harmless, listed, mono, type Tell } from '../change.js'
import type { PicturedSlot } from '../picture/picture.js'
import { lostAndGained } from './side-by-side.js'

/** Whether an app writes the values or reads them: what is narrower for the one is wider for the other. */
export type Direction = 'parameter' | 'field'

/** The parameter or field that is compared. */
export interface Part {
  readonly name: string
  /** It at the head of a sentence. */
  readonly subject: string
  readonly direction: Direction
}

/** What comes of a field that must be there. */
export const REFUSAL = 'an answer without it is refused'

export function compareSlots(part: Part, before: PicturedSlot, after: PicturedSlot): readonly Change[] {
  return [
    ...comparePresence(part, before, after),
    ...compareTypes(part, before, after),
    ...comparePlaces(part, before, after),
    ...compareAliases(part, before, after),
    ...compareSecrecy(part, before, after),
  ]
}

function comparePresence(
  { name, subject, direction }: Part,
  before: PicturedSlot,
  after: PicturedSlot,
): Change[] {
  const [older, newer] = [before.presence, after.presence]
  const tell = (how: Tell, kind: 'narrowed' | 'widened', words: string) => [
    how('part', kind, [name], `${subject} ${words}.`, { before: older, after: newer }),
  ]
  if (older === newer) return []
  if (direction === 'parameter' && newer === 'required')
    return tell(atCompileTime, 'narrowed', 'is now required')
  if (direction === 'parameter' && older === 'required')
    return tell(harmless, 'widened', 'may now be left out')
  if (older === 'required') return tell(atCompileTime, 'narrowed', 'may now be missing')
  if (newer === 'required') return tell(atRunTime, 'narrowed', `must now be there: ${REFUSAL}`)
  return newer === 'nullable'
    ? tell(harmless, 'widened', 'may now be null or empty')
    : tell(atRunTime, 'narrowed', 'may no longer be null or empty')
}

function compareTypes(
  { name, subject, direction }: Part,
  before: PicturedSlot,
  after: PicturedSlot,
): Change[] {
  if (before.type !== after.type) {
    const words = `${subject} is now ${typeInWords(after)} instead of ${typeInWords(before)}.`
    const isOneType = inTypeScript(before) === inTypeScript(after)
    return [
      (isOneType ? atRunTime : atCompileTime)('part', 'narrowed', [name], words, {
        before: before.type,
        after: after.type,
      }),
    ]
  }
  if (before.is !== after.is) {
    return [
      atRunTime('part', 'default', [name], `${subject} is now ${mono(String(after.is))}.`, {
        before: before.is,
        after: after.is,
      }),
    ]
  }
  const { lost, gained } = lostAndGained(before.values ?? [], after.values ?? [])
  const changes: Change[] = []
  if (lost.length > 0) {
    const words = `${subject} can no longer be ${listed(lost, 'or')}.`
    changes.push(atCompileTime('part', 'narrowed', [name], words, { before: lost }))
  }
  if (gained.length > 0) {
    // An app that reads the field may have named every value that there was.
    const how = direction === 'field' ? atCompileTime : harmless
    changes.push(
      how('part', 'widened', [name], `${subject} can now be ${listed(gained, 'or')} too.`, { after: gained }),
    )
  }
  if (before.ignoreCase && !after.ignoreCase) {
    changes.push(atRunTime('part', 'narrowed', [name], `${subject} is now read in the right case only.`))
  }
  if (!before.ignoreCase && after.ignoreCase) {
    changes.push(harmless('part', 'widened', [name], `${subject} is now read in upper or lower case.`))
  }
  return changes
}

function inTypeScript({ type }: PicturedSlot): string {
  if (type === 'enum') return 'union'
  if (type === 'flag') return 'boolean'
  return type === 'seconds' ? 'number' : 'string'
}

const types: Table<string> = {
  text: 'a text of printable ASCII',
  free_text: 'any text',
  bearer_token: 'a token',
  uri: 'a URI',
  scopes: 'a list of scopes',
  seconds: 'a number of seconds',
  code_verifier: 'a code verifier',
  code_challenge: 'a code challenge',
  enum: 'one of certain words',
  flag: 'true or false',
}

function typeInWords({ type }: PicturedSlot): string {
  return types[type] ?? type
}

function comparePlaces({ name, subject }: Part, before: PicturedSlot, after: PicturedSlot): Change[] {
  const [from, to] = [placeOf(before), placeOf(after)]
  if (from === to) return []
  const words = `${subject} is now ${mono(to)} on the wire instead of ${mono(from)}.`
  return [atRunTime('part', 'default', [name], words, { before: from, after: to })]
}

function placeOf({ wire, within }: PicturedSlot): string {
  return within === undefined ? wire : `${within}.${wire}`
}

function compareAliases({ name, subject }: Part, before: PicturedSlot, after: PicturedSlot): Change[] {
  const { lost, gained } = lostAndGained(before.aliases, after.aliases)
  const changes: Change[] = []
  if (lost.length > 0) {
    const words = `${subject} is no longer read under ${listed(lost)}.`
    changes.push(atRunTime('part', 'narrowed', [name], words, { before: lost }))
  }
  if (gained.length > 0) {
    changes.push(
      harmless('part', 'widened', [name], `${subject} is read under ${listed(gained)} too.`, {
        after: gained,
      }),
    )
  }
  return changes
}

function compareSecrecy({ name, subject }: Part, before: PicturedSlot, after: PicturedSlot): Change[] {
  if (before.secret === after.secret) return []
  const [kind, words] = after.secret
    ? (['narrowed', 'is now a secret: no message, log or record of requests shows it any longer'] as const)
    : (['widened', 'is no longer a secret: messages and logs may show it'] as const)
  return [atRunTime('part', kind, [name], `${subject} ${words}.`)]
}
