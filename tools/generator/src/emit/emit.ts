import type { House } from '../house.js'
import type { Model } from '../model/model.js'
import { markLine } from '../write/mark.js'
import type { TextFile } from '../write/plan.js'
import { outputs } from './outputs.js'

/** Every generated file, whole. The same model gives the same bytes on every machine. */
export async function emit(model: Model, house: House): Promise<readonly TextFile[]> {
  const { ModulePrinter } = await import('./typescript/print.js')
  const printer = new ModulePrinter()
  return outputs
    .flatMap((output) => output(model, house))
    .map(({ path, from, content }) => {
      const sources = from.map((part) => house.spec[part])
      const mark = markLine(house, path, sources)
      const body = typeof content === 'string' ? content : printer.print(content)
      return { path, text: `${mark}\n\n${body}` }
    })
}
