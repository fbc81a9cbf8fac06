import { expect, test } from 'vitest'
import { otherHouse } from '../house.fixture.js'
import { jsonOf, modelFrom } from './model.fixture.js'
import { ourModel } from './our-spec.fixture.js'
import { vectors } from './vectors.js'

test('every example of the spec is there, with what its list and its keys mean', async () => {
  const model = await ourModel()
  const { title, description, lists } = jsonOf(vectors, model)
  expect(title).toBe("Examples of Linode's login service")
  expect(description).toContain('A port of this client passes if')
  expect(Object.keys(lists)).toEqual(model.vectors.map(({ name }) => name))
  expect(lists.parse).toMatchObject({
    description: 'A text and the scopes in it.',
    keys: { name: 'What the example shows. No two of one list share it.', text: 'What is read.' },
  })
  for (const { name, examples } of model.vectors) expect(lists[name].examples).toEqual(examples)
  expect(lists.token_answers.examples.length).toBeGreaterThan(40)
})

test('where there are no examples, there is no document of them', async () => {
  expect(vectors(await modelFrom(), otherHouse)).toEqual([])
})
