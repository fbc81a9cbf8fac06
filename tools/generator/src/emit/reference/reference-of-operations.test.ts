import { expect, test } from 'vitest'
import { emitted } from '../model.fixture.js'
import { linksWithoutHeading } from './links.fixture.js'
import { referenceOfOperations } from './reference-of-operations.js'

const PATH = 'reference/operations.md'

test('operations are grouped by the start of their path, with what they need in words', async () => {
  const { [PATH]: text } = await emitted(referenceOfOperations)
  expect(text).toMatch(/^# Operations of Acme Cloud's API\n\n8 operations of version 3\.2\.1 /)
  expect(text).toContain(`## /boxes

| operation | needs | remarks |
| --- | --- | --- |
| \`GET /boxes\` | \`box:read\` | |
| \`POST /boxes\` | \`box:write\` | Declared: \`box:read\`. Seen. |
| \`GET /boxes/{boxId}\` | \`box:read\` | Declared: \`boxx:read\`. |
`)
  expect(text).toContain('| `POST /gifts` | `box:write` and `gift_card:write`, or `*` |\n')
  expect(text).toContain('| `GET /open` | no token |\n')
  expect(text).toContain('| `GET /quiet` | any token | Declared: `box:read`. |\n')
  expect(text).toContain('| `GET /mine` | a personal access token only |\n')
})

test('the page begins with its groups, and tells how often the server differs from the document', async () => {
  const text = (await emitted(referenceOfOperations))[PATH] ?? ''
  expect(text).toContain('- [/boxes](#boxes): 3\n')
  expect(text).toContain('as it does for 3 of them,')
  expect(linksWithoutHeading(text)).toEqual([])
})
