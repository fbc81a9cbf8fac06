import { expect, test } from 'vitest'
import { partlyRetired } from '../../spec/acme.fixture.js'
import { gitHub } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { scopes } from './scopes.js'

const PATH = 'client/generated/scopes.ts'

test('a family is an object of its scopes, each with what it allows and includes', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toContain(`
/**
 * Scopes for your gift cards.
 *
 * They are sent by post.
 *
 * @see {@link https://acme.example/reference/scopes.md#gift-cards}
 */
export const GiftCards = {
  /**
   * See your gift cards.
   *
   * @see {@link https://acme.example/reference/scopes.md#gift-cards}
   */
  readOnly: 'gift_card:read',
  /**
   * Send gift cards. Includes \`gift_card:read\` and \`box:read\`.
   *
   * @see {@link https://acme.example/reference/scopes.md#gift-cards}
   */
  readWrite: 'gift_card:write',
} as const
`)
})

test('a retired family is deprecated and says since when, and so does each scope of it', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toContain(`
 * @deprecated Declared since version 1.0.0 of the API document. Version 2.0.0 took it away.
 */
export const Stamps = {
  /**
   * See your stamps.
   *
   * @see {@link https://acme.example/reference/scopes.md#retired}
   *
   * @deprecated Declared since version 1.0.0 of the API document. Version 2.0.0 took it away.
   */
  readOnly: 'stamp:read',
} as const
`)
})

test('where some levels of a family are retired, those are deprecated and the family is not', async () => {
  const { [PATH]: text } = await emitted(scopes, partlyRetired)
  expect(text).toContain(`
 * They are sent by post.
 *
 * @see {@link https://acme.example/reference/scopes.md#gift-cards}
 */
export const GiftCards = {
  /**
   * See your gift cards.
   *
   * @see {@link https://acme.example/reference/scopes.md#retired}
   *
   * @deprecated Version 2.0.0 took it away.
   */
  readOnly: 'gift_card:read',
  /**
   * Send gift cards. Includes \`gift_card:read\` and \`box:read\`.
   *
   * @see {@link https://acme.example/reference/scopes.md#gift-cards}
   */
`)
})

test('a former family with a name holds the scopes of the family that it went into, and is deprecated with them', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toContain(`
/**
 * The scopes of the former \`crate\`, now those of \`box\`.
 *
 * @see {@link https://acme.example/reference/scopes.md#older-spellings}
 *
 * @deprecated Use \`Boxes\`.
 */
export const Crates = {
  /**
   * See your boxes.
   *
   * @see {@link https://acme.example/reference/scopes.md#boxes}
   *
   * @deprecated Use \`Boxes.readOnly\`.
   */
  readOnly: 'box:read',
`)
  expect(text).not.toContain('parcel')
})

test('a scope without a family and the wildcard are constants', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toMatch(
    / \* Stay signed in\. Includes `box:read`\.\n(?: \*.*\n)+export const offline = 'offline'\n/,
  )
  expect(text).toMatch(/ \* Do everything\. Includes every scope\.\n(?: \*.*\n)+export const all = '\*'\n/)
})

test('the type names every scope and no alias', async () => {
  const { [PATH]: text } = await emitted(scopes)
  const members = text?.slice(text.indexOf('OAuthScope')).match(/'[^']+'/g)
  expect(members).toEqual([
    "'box:read'",
    "'box:write'",
    "'gift_card:read'",
    "'gift_card:write'",
    "'stamp:read'",
    "'offline'",
    "'*'",
  ])
})

test('a provider without families and wildcard has constants alone', async () => {
  const { [PATH]: text } = await emitted(scopes, gitHub)
  expect(text).toContain("export const adminOrg = 'admin:org'\n")
  expect(text).not.toMatch(/as const|'\*'/)
})
