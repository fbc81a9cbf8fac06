import type { House } from '../house/house.js'
import type { Model } from '../model/model.js'
import { reusing } from '../reuse/reusing.js'
import { RoundCache } from '../reuse/round-cache.js'
import { markLine, markWords } from '../signature/mark.js'
import { sealed } from '../signature/seal.js'
import type { TextFile } from './made.js'
import type { Emitter, Output } from './output.js'
import type { Module } from './typescript/declarations.js'
import type { Print } from './typescript/press.js'

/** Makes generated files, whole. */
export type Emit = (model: Model, house: House) => Promise<readonly TextFile[]>

/**
 * The same model gives the same bytes on every machine. What is printed in another thread is handed over as
 * soon as it is there, while the rest is still being made. Asked again, only those outputs are made anew
 * whose part of the model is another, and of these only the modules that differ are printed.
 */
export function emitter(outputs: readonly Emitter[], print: Print): Emit {
  const makers = outputs.map((make) => {
    const printed = new RoundCache<Module, Promise<string>>((module) => JSON.stringify(module))
    return reusing(async (all: Model & { readonly house: House }) => {
      const { house } = all
      const files = make(all, house).map(async (output) => ({
        path: output.path,
        text: await textOf(output, house, (module) => printed.get(module, print)),
      }))
      printed.forgetOthers()
      return Promise.all(files)
    })
  })
  return async (model, house) => (await Promise.all(makers.map((make) => make({ ...model, house })))).flat()
}

async function textOf({ path, from, content }: Output, house: House, print: Print): Promise<string> {
  const sources = from.flatMap((part) =>
    part === 'vectors' ? (house.vectors?.folder ?? []) : house.spec[part],
  )
  if (typeof content !== 'string' && 'value' in content) {
    const document = { [content.mark]: markWords(house, sources), ...content.value }
    return sealed(`${JSON.stringify(document, undefined, 2)}\n`)
  }
  const body = typeof content === 'string' ? content : await print(content)
  return sealed(`${markLine(house, path, sources)}\n\n${body}`)
}
