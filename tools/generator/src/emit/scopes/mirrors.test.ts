import { expect, test } from 'vitest'
import { emitted } from '../model.fixture.js'
import { mirrors } from './mirrors.js'

test('each mirror shows each family under its own name', async () => {
  const files = await emitted(mirrors)
  expect(files).toMatchObject({
    'mirror/families/crate.ts': "export * from '@other/client/scopes/crate'\n",
    'mirror/families/gift-card.ts': "export * from '@other/client/scopes/gift-card'\n",
  })
  expect(Object.keys(files)).toHaveLength(4)
})
