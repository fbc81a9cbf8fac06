import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { otherHouse } from '../../house/other-house.fixture.js'
import { jsonOf, modelFrom } from '../model.fixture.js'
import { ourModel } from '../our-spec.fixture.js'
import { vectors } from './vectors.js'

test('every example of the spec is there, with what its list and its keys mean', async () => {
  const model = await ourModel()
  const { title, description, lists, server_errors } = jsonOf(vectors, model)
  expect(title).toMatch(/^Examples of \w+'s login service$/)
  expect(description).toContain('A port of this client passes if')
  expect(Object.keys(lists)).toEqual(model.vectors.map(({ name }) => name))
  expect(lists.parse).toMatchObject({
    description: 'A text and the scopes in it.',
    keys: { name: 'What the example shows. No two of one list share it.', text: 'What is read.' },
  })
  for (const { name, examples } of model.vectors) expect(lists[name].examples).toEqual(examples)
  expect(lists.token_answers.examples.length).toBeGreaterThan(40)
  expect(server_errors).toHaveProperty('access_denied', 'The user said no.')
})

test('the document is of the form that stands beside it, and a bent one is not', async () => {
  const model = await ourModel()
  const document = jsonOf(vectors, model, 'reference/vectors.json')
  const accepts = new Ajv2020({ strict: true, strictRequired: false }).compile(
    jsonOf(vectors, model, 'reference/schema/vectors.json'),
  )
  expect(document.$schema).toBe('schema/vectors.json')
  expect([accepts(document), accepts.errors]).toEqual([true, null])
  for (const bent of [
    { parse: { ...document.lists.parse, examples: [{ name: 'a', text: 'b' }] } },
    { parse: { ...document.lists.parse, examples: [{ name: 'a', text: 'b', scopes: ['a b'] }] } },
    {
      token_answers: {
        ...document.lists.token_answers,
        examples: [{ name: 'a', body: '{}', error: 'b', field: 'c' }],
      },
    },
    { parse: undefined },
  ]) {
    const lists = JSON.parse(JSON.stringify({ ...document.lists, ...bent }))
    expect([bent, accepts({ ...document, lists })]).toEqual([bent, false])
  }
})

test('where there are no examples, there is no document of them', async () => {
  expect(vectors(await modelFrom(), otherHouse)).toEqual([])
})
