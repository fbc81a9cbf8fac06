// The patterns of the reference say the same in every language's engine.
import { expect, test } from 'vitest'
import { otherHouse } from '../../house/other-house.fixture.js'
import type { Model } from '../../model/model.js'
import { providers } from '../../spec/providers.fixture.js'
import { modelFrom } from '../model.fixture.js'
import { ourModel } from '../our-spec.fixture.js'
import type { Json, JsonObject } from '../output.js'
import { outputs, outputsOfExamples } from '../outputs.js'

/** Every `pattern`, at any depth. */
function patternsIn(value: Json | JsonObject | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'pattern' && typeof inner === 'string' ? [inner] : patternsIn(inner),
  )
}

function patternsOf(model: Model): readonly string[] {
  return [...outputs, ...outputsOfExamples]
    .flatMap((emitter) => emitter(model, otherHouse))
    .flatMap(({ content }) =>
      typeof content === 'string' || !('value' in content) ? [] : patternsIn(content.value),
    )
}

test.each([
  ['ours', ourModel] as const,
  ...providers.map(([name, spec]) => [name, () => modelFrom(spec)] as const),
])('what a class of characters holds is written out: %s', async (_, modelOf) => {
  const patterns = patternsOf(await modelOf())
  expect(patterns).toContain('^[0-9]{1,15}$')
  // Python reads `\w`, `\d`, `\s` and `\b` by Unicode, and Go by ASCII.
  expect(patterns.filter((pattern) => /\\[wdsb]/i.test(pattern))).toEqual([])
})
