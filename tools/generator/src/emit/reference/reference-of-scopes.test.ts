import { expect, test } from 'vitest'
import { acme, partlyRetired } from '../../spec/acme.fixture.js'
import { gitHub } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { linksWithoutHeading } from './links.fixture.js'
import { referenceOfScopes } from './reference-of-scopes.js'

const PATH = 'reference/scopes.md'

test('the page says how scopes are written and shows each family', async () => {
  const { [PATH]: text } = await emitted(referenceOfScopes)
  expect(text).toMatch(
    /^# Scopes of Acme Cloud\n\nWhat a user can let an app do, made from `api\/scopes\.yaml`\./,
  )
  expect(text).toContain(
    'with a space between two of them, as in `box:read gift_card:write`, and read with a space or a comma.',
  )
  expect(text).toContain(`## Gift cards

| scope | in code | includes | what it allows |
| --- | --- | --- | --- |
| \`gift_card:read\` | \`GiftCards.readOnly\` | | See your gift cards. |
| \`gift_card:write\` | \`GiftCards.readWrite\` | \`gift_card:read\`, \`box:read\` | Send gift cards. |

They are sent by post.
`)
})

test('the page begins with what is on it, and every link of it leads to a heading', async () => {
  const text = (await emitted(referenceOfScopes))[PATH] ?? ''
  expect(text).toContain('| [Gift cards](#gift-cards) | `gift_card:` | your gift cards |\n')
  expect(text).toContain('Besides the families: [Everything](#everything), [Single scopes](#single-scopes), ')
  expect(linksWithoutHeading(text)).toEqual([])
})

test('families stand by what readers see of them, and a list of what one covers stands once', async () => {
  const scopes = acme.scopes.replace(
    'name: Boxes, things: your boxes',
    "name: Boxes, title: the boxes, things: 'your boxes: lids, tape and labels'",
  )
  const { [PATH]: text = '' } = await emitted(referenceOfScopes, { ...acme, scopes })
  expect(text.match(/^## .*/gm)?.slice(1, 3)).toEqual(['## Gift cards', '## the boxes'])
  expect(text).toContain(`## the boxes

Your boxes: lids, tape and labels.

| scope | in code | includes | what it allows |
| --- | --- | --- | --- |
| \`box:read\` | \`Boxes.readOnly\` | | See your boxes. |
| \`box:write\` | \`Boxes.readWrite\` | \`box:read\` | Change your boxes. |
`)
})

test('the page tells what is retired and how scopes were once spelt', async () => {
  const { [PATH]: text } = await emitted(referenceOfScopes)
  expect(text).toContain('| `stamp:read` | 1.0.0 | 2.0.0 | See your stamps. |\n')
  expect(text).toContain('| `read` | `view` |\n')
  expect(text).toContain("A family's name alone stands for its level `write`: `box` is `box:write`.\n")
  expect(text).toContain('`none` and `box:none` stand for no scope.\n')
  expect(text).toContain('| `crate` | `box` | `Crates` |\n| `parcel` | `box` | |\n')
  expect(text).toContain('| `offline` | `forever` |\n')
})

test('a retired level stands among what is retired, and no longer in its family', async () => {
  const { [PATH]: text } = await emitted(referenceOfScopes, partlyRetired)
  const [family = '', retired = ''] = text?.split('## Retired') ?? []
  expect(family).toContain('| `gift_card:write` |')
  expect(family).not.toMatch(/^\| `gift_card:read`/m)
  expect(retired).toMatch(/\| `gift_card:read` *\|.*\| See your gift cards\. *\|/)
})

test('what a provider lacks is not spoken of', async () => {
  const { [PATH]: text } = await emitted(referenceOfScopes, gitHub)
  expect(text?.match(/^## .*/gm)).toEqual(['## Single scopes'])
  expect(text).toContain('The provider answers with a comma.')
  expect(text).toContain('On this page: [Single scopes](#single-scopes).')
})
