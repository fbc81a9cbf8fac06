import { expect, test } from 'vitest'
import { otherHouse } from '../../house/other-house.fixture.js'
import { modelFrom } from '../model.fixture.js'
import { examplesOf, ourModel } from '../our-spec.fixture.js'
import { linksWithoutHeading } from './links.fixture.js'
import { referenceOfVectors } from './reference-of-vectors.js'

test('each list is told with its keys, inner ones too, and an example', async () => {
  const [{ path, content } = { path: '', content: '' }] = referenceOfVectors(await ourModel(), otherHouse)
  const text = String(content)
  expect(path).toBe('reference/vectors.md')
  expect(text).toMatch(/^\| \[`parse`\]\(#parse\) +\| \d+ +\| A text and the scopes in it\. \|$/m)
  expect(text).toMatch(/^\| `scopes` +\| list of texts \| yes +\| The scopes in it, in canonical form\. \|$/m)
  expect(text).toMatch(/^\| `given\.state` +\| text +\| no +\| The state: [^|]+\. \|$/m)
  expect(text).toMatch(/^\| `url` +\| text +\| this or `error` +\| The URL, to the letter: [^|]+\. \|$/m)
  expect(text).toMatch(/## covers\n\n[^#]*```json\n\{\n {2}"name": "[^"]+",\n/)
  expect(text).toMatch(/^\| `needs` \| list of lists of texts \|/m)
  expect(text).toMatch(/^\| `report\.excessive\[\]\.scope` \| text \| yes \| What was asked for\. \|$/m)
  expect(text).not.toMatch(/^\| `(name|proves)`/m)
  const shown = [...text.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, json = '']) => JSON.parse(json))
  expect(shown.map(({ name }) => name)).not.toContain('nothing')
  expect(linksWithoutHeading(text)).toEqual([])
})

test('of a list whose examples are simple and short all are shown, and of one with long ones the one that tells most', async () => {
  const model = await ourModel()
  const [output] = referenceOfVectors(model, otherHouse)
  const text = String(output?.content)
  for (const { name, code } of examplesOf(model, 'errors'))
    expect(text).toMatch(new RegExp(`^\\| ${name} \\|.* \\| \`${code}\` \\|`, 'm'))
  expect(text).toMatch(/\n\| no such path \| `GET https:[^`]*\/rockets` \| \|\n/)
  expect(text).toMatch(/## authorization_answers\n[^#]*```json\n/)
})

test('without examples there is no page of them', async () => {
  expect(referenceOfVectors(await modelFrom(), otherHouse)).toEqual([])
})
