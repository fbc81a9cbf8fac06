import { expect, test } from 'vitest'
import { gitHub } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { families } from './families.js'

test('each family has a module of flat constants', async () => {
  const files = await emitted(families)
  expect(Object.keys(files)).toEqual(
    ['box', 'gift-card', 'stamp', 'crate'].map((name) => `client/generated/families/${name}.ts`),
  )
  expect(files['client/generated/families/box.ts']).toBe(
    `/**
 * See your boxes.
 *
 * @see {@link https://acme.example/reference/scopes.md#boxes}
 */
export const readOnly = 'box:read'

/**
 * Change your boxes. Includes \`box:read\`.
 *
 * @see {@link https://acme.example/reference/scopes.md#boxes}
 */
export const readWrite = 'box:write'
`,
  )
})

test('a former family keeps its module as long as its name, with the scopes that its own are read as', async () => {
  expect((await emitted(families))['client/generated/families/crate.ts']).toContain(
    `/**
 * See your boxes.
 *
 * @see {@link https://acme.example/reference/scopes.md#boxes}
 *
 * @deprecated Use \`readOnly\` of \`box\`.
 */
export const readOnly = 'box:read'
`,
  )
})

test('the constants of a retired family are deprecated', async () => {
  expect((await emitted(families))['client/generated/families/stamp.ts']).toContain('@deprecated')
})

test('a provider without families has none', async () => {
  expect(await emitted(families, gitHub)).toEqual({})
})
