/**
 * Two things of the spec that get one name in code, or a name that TypeScript or a hand-written neighbour has already,
 * would not compile or, worse, hide each other.
 */
import { namesInCode, takenNames } from '../names-in-code.js'
import type { Complaint, Rule } from '../rule.js'

export const noNameCollision: Rule = (documents, house) => {
  const taken = takenNames(house)
  const seen = new Map<string, string>()
  return namesInCode(documents).flatMap(({ room, name, part, path, at }): Complaint[] => {
    const key = `${room} ${name}`
    const owner = taken.get(room)?.includes(name) === true ? 'the code around it' : seen.get(key)
    if (!seen.has(key)) seen.set(key, path.slice(0, at === 'value' ? -1 : undefined).join('.'))
    if (owner === undefined) return []
    const wrong = `in code this is called "${name}" among ${room}, as is ${owner}`
    return [{ part, path, at, wrong, fix: 'give one of them another name' }]
  })
}
