/**
 * Two things of the spec that get one name in code, or a name that TypeScript or a hand-written neighbour has
 * already, would not compile or, worse, hide each other.
 */
import { type NameInCode, namesInCode, takenNames } from '../names/names-in-code.js'
import type { Complaint, Rule } from '../rule.js'

export const noNameCollision: Rule = (documents, house) => {
  const taken = takenNames(house)
  const seen = new Map<string, NameInCode>()
  return namesInCode(documents).flatMap((entry): Complaint[] => {
    const { room, name, part, path, at } = entry
    const key = `${room} ${name}`
    const owner = seen.get(key)
    if (owner === undefined) seen.set(key, entry)
    const spot = { part, path, at }
    const told = (other: string) => `in code ${other} is called "${name}" already, as this would be`
    if (taken.get(room)?.includes(name) === true) {
      const expected = `none of the names that the code around it has: ${taken.get(room)?.join(', ')}`
      return [{ ...spot, wrong: told(`a neighbour of ${room}`), expected, fix: 'choose another name' }]
    }
    if (owner === undefined) return []
    const also = [{ part: owner.part, path: owner.path, at: owner.at, says: `this is called "${name}" too` }]
    const [expected, fix] = [`names that differ among ${room}`, 'give one of them another name']
    return [{ ...spot, wrong: told(nameOf(owner)), expected, fix, also }]
  })
}

function nameOf({ path, at }: NameInCode): string {
  return `"${path.at(at === 'value' ? -2 : -1)}"`
}
