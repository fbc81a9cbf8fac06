import { expect, test } from 'vitest'
import { gitHub } from '../providers.fixture.js'
import { emitted } from './model.fixture.js'
import { referenceOfScopes } from './reference-of-scopes.js'

const PATH = 'reference/scopes.md'

test('the page says how scopes are written and shows each family', async () => {
  const { [PATH]: text } = await emitted(referenceOfScopes)
  expect(text).toMatch(
    /^# Scopes of Acme Cloud\n\nSeveral scopes are written with a space .* read with a space or a comma\./,
  )
  expect(text).toContain(`## Gift cards

| scope             | in code               | what it allows       | includes                     |
| ----------------- | --------------------- | -------------------- | ---------------------------- |
| \`gift_card:read\`  | \`GiftCards.readOnly\`  | See your gift cards. |                              |
| \`gift_card:write\` | \`GiftCards.readWrite\` | Send gift cards.     | \`gift_card:read\`, \`box:read\` |

They are sent by post.
`)
})

test('the page tells what is retired and how scopes were once spelt', async () => {
  const { [PATH]: text } = await emitted(referenceOfScopes)
  expect(text).toContain('| `stamp:read` | See your stamps. | 1.0.0       | 2.0.0   |\n')
  expect(text).toContain('| `read` | `view`      |\n')
  expect(text).toContain("A family's name alone stands for its level `write`: `box` is `box:write`.\n")
  expect(text).toContain('`none` and `box:none` stand for no scope.\n')
  expect(text).toContain(
    '| `crate`       | `box` | `Crates`         |\n| `parcel`      | `box` |                  |\n',
  )
  expect(text).toContain('| `offline` | `forever`       |\n')
})

test('what a provider lacks is not spoken of', async () => {
  const { [PATH]: text } = await emitted(referenceOfScopes, gitHub)
  expect(text?.match(/^## .*/gm)).toEqual(['## Single scopes'])
})
