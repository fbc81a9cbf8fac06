import { expect, test } from 'vitest'
import { slack } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { scopeTexts } from './scope-texts.js'

const PATH = 'client/generated/scope-texts.ts'

test('every scope has its title and its sentence, the wildcard last', async () => {
  const { [PATH]: text = '' } = await emitted(scopeTexts)
  expect(text).toContain(`  'box:read': ['Boxes: see', 'See your boxes.'],
  'box:write': ['Boxes: change', 'Change your boxes.'],
`)
  expect(text).toContain(`  offline: ['offline', 'Stay signed in.'],
  '*': ['Everything', 'Do everything.'],
}
`)
})

test('a retired scope says since when it is gone', async () => {
  const { [PATH]: text = '' } = await emitted(scopeTexts)
  expect(text).toContain("  'stamp:read': ['Stamps: see', 'See your stamps.', '2.0.0'],\n")
})

test('a provider without a wildcard has none', async () => {
  const { [PATH]: text = '' } = await emitted(scopeTexts, slack)
  expect(text).toContain('export const scopeTexts')
  expect(text).not.toContain("'*'")
})
