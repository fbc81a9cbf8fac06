import type { Slot } from '../../model/endpoint-model.js'
import type { Emitter } from '../output.js'
import { type ExportedFunction, type Expression, spreadObject } from '../typescript/declarations.js'
import { answersOf } from './messages.js'
import { checkName, readSlot } from './values.js'

/**
 * Functions that read an answer, field by field: small ones shaped by hand beat a validator tenfold in bytes.
 */
export const decoders: Emitter = (model, { client }) => {
  const answers = answersOf(model)
  const fields = answers.flatMap((answer) => answer.fields)
  return [
    {
      path: `${client.folder}/decoders.ts`,
      from: ['endpoints'],
      content: {
        imports: [
          { from: client.checks, names: checkNames(fields) },
          { from: client.fields, names: ['Fields'], typeOnly: true },
          ...(fields.some(({ within }) => within !== undefined)
            ? [{ from: client.within, names: ['within'] }]
            : []),
          { from: './messages.js', names: answers.map(({ name }) => name), typeOnly: true },
        ],
        declarations: answers.map(({ name, fields }) => decoder(name, [], fields)),
      },
    },
  ]
}

/** A function that reads what a type holds. */
export function decoder(
  type: string,
  steps: readonly Expression[],
  slots: readonly Slot[],
): ExportedFunction {
  return {
    kind: 'function',
    name: `decode${type}`,
    docs: `Reads {@link ${type}}. What it doesn't name is ignored.\n\n@throws FieldError at the first field that can't be accepted.`,
    parameter: { name: 'fields', type: 'Fields' },
    returns: type,
    steps,
    result: spreadObject(slots.map((slot) => ({ name: slot.name, value: readSlot(slot) }))),
  }
}

/** The names of the checks that some values need, each once. */
export function checkNames(slots: readonly Slot[]): string[] {
  return [...new Set(slots.map(({ value }) => checkName(value)))]
}
