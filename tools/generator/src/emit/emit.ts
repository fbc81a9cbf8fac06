import type { House } from '../house/house.js'
import type { Model } from '../model/model.js'
import { markLine, markWords } from '../write/mark.js'
import type { TextFile } from '../write/plan.js'
import type { Output } from './output.js'
import { outputs } from './outputs.js'
import type { Print } from './typescript/press.js'

/**
 * Every generated file, whole. The same model gives the same bytes on every machine. What is printed in another thread
 * is handed over as soon as it is there, while the rest is still being made.
 */
export async function emit(model: Model, house: House, print: Print): Promise<readonly TextFile[]> {
  return Promise.all(
    outputs.flatMap((emitter) =>
      emitter(model, house).map(async (output) => ({
        path: output.path,
        text: await textOf(output, house, print),
      })),
    ),
  )
}

async function textOf({ path, from, content }: Output, house: House, print: Print): Promise<string> {
  const sources = from.map((part) => (part === 'vectors' ? house.vectors.folder : house.spec[part]))
  if (typeof content !== 'string' && 'value' in content) {
    const document = { [content.mark]: markWords(house, sources), ...content.value }
    return `${JSON.stringify(document, undefined, 2)}\n`
  }
  const body = typeof content === 'string' ? content : await print(content)
  return `${markLine(house, path, sources)}\n\n${body}`
}
