/** The texts in the body that the API refuses a call with, however deep they stand. */
import type { Path } from '../../load/source.js'
import type { ApiEntry, Template } from '../../spec/endpoints-document.js'

/** A text of the body, and where it stands. */
export interface RefusalText {
  readonly text: string
  readonly path: Path
}

export function refusalTexts({ refusal = {} }: ApiEntry): readonly RefusalText[] {
  return textsIn(refusal, ['api', 'refusal'])
}

function textsIn(template: Template, path: Path): readonly RefusalText[] {
  if (typeof template === 'boolean') return []
  if (typeof template === 'string') return [{ text: template, path }]
  const isList = Array.isArray(template)
  return Object.entries(template).flatMap(([key, part]) =>
    textsIn(part, [...path, isList ? Number(key) : key]),
  )
}
