/**
 * A constant can't have a name that means something else to TypeScript, and a name that every object has
 * would hide what it had, or seem set where it isn't.
 */
import { FILES, namesInCode } from '../names/names-in-code.js'
import type { Complaint, Rule } from '../rule.js'

export const noReservedName: Rule = (documents) =>
  namesInCode(documents).flatMap(({ room, name, part, path, at }): Complaint[] => {
    if (constants.has(room) && (reserved.has(name) || !/^[A-Za-z_$]/.test(name))) {
      const expected = 'a name that begins with a letter and is no word of the language'
      const fix = 'choose another name'
      return [{ part, path, at, wrong: `"${name}" can't be the name of a constant in code`, expected, fix }]
    }
    if (room === FILES || !(name in Object.prototype)) return []
    return [
      {
        part,
        path,
        at,
        wrong: `every object has a "${name}" already`,
        expected: OWN,
        fix: 'choose another name',
      },
    ]
  })

const OWN = `none of ${Object.getOwnPropertyNames(Object.prototype)
  .filter((name) => !name.startsWith('_'))
  .join(', ')}`

/**
 * The rooms whose names become constants; the others hold members and types, which may
 * have words of the language.
 */
const constants: ReadonlySet<string> = new Set(['the scopes', 'the levels', 'the provider'])

const reserved: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
)
