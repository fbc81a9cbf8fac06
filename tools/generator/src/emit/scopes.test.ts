import { expect, test } from 'vitest'
import { gitHub } from '../providers.fixture.js'
import { emitted } from './model.fixture.js'
import { scopes } from './scopes.js'

const PATH = 'client/generated/scopes.ts'

test('a family is an object of its scopes, each with what it allows and includes', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toContain(`
/**
 * Scopes for your gift cards.
 *
 * They are sent by post.
 */
export const GiftCards = {
  /** See your gift cards. Includes nothing. */
  readOnly: 'gift_card:read',
  /** Send gift cards. Includes \`gift_card:read\` and \`box:read\`. */
  readWrite: 'gift_card:write',
} as const
`)
})

test('a retired family is deprecated and says since when', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toContain(`
 * @deprecated Declared since version 1.0.0 of the API document. Version 2.0.0 took it away.
 */
export const Stamps = {
  /** See your stamps. Includes nothing. */
  readOnly: 'stamp:read',
} as const
`)
})

test('a former family with a name holds the scopes of the family that it went into, and is deprecated', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toContain(`
/**
 * The scopes of the former \`crate\`, now those of \`box\`.
 *
 * @deprecated Use \`Boxes\`.
 */
export const Crates = {
  /** See your boxes. Includes nothing. */
  readOnly: 'box:read',
`)
  expect(text).not.toContain('parcel')
})

test('a scope without a family and the wildcard are constants', async () => {
  const { [PATH]: text } = await emitted(scopes)
  expect(text).toContain("/** Stay signed in. Includes `box:read`. */\nexport const offline = 'offline'\n")
  expect(text).toContain("/** Do everything. Includes every scope. */\nexport const all = '*'\n")
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
