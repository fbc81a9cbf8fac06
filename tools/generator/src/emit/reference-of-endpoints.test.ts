import { expect, test } from 'vitest'
import { emitted } from './model.fixture.js'
import { referenceOfEndpoints } from './reference-of-endpoints.js'

const PATH = 'reference/endpoints.md'

test('each request is shown with its parameters, its answer and its errors', async () => {
  const { [PATH]: text } = await emitted(referenceOfEndpoints)
  expect(text).toContain(`## Token endpoint, code

\`POST /token\` (\`exchange\` in code). Gives a token for a code.

Source: RFC 6749 §4.1.3.

| parameter    | value                       | needed | what it is           |
| ------------ | --------------------------- | ------ | -------------------- |
| \`grant_type\` | always \`authorization_code\` | no     | The kind of request. |
| \`client_id\`  | text                        | yes    | Who asks.            |
| \`code\`       | text                        | yes    | The code. Secret.    |

The body is \`application/x-www-form-urlencoded\`.

It answers 200 and [\`TokenResponse\`](#tokenresponse) as JSON.

It may refuse with \`invalid_request\`, \`invalid_grant\`.
`)
})

test('every message that is linked to has its heading', async () => {
  const text = (await emitted(referenceOfEndpoints))[PATH] ?? ''
  const headings = [...text.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => heading.toLowerCase())
  const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => target)
  expect(links.length).toBeGreaterThan(0)
  expect(headings).toEqual(expect.arrayContaining(links))
})

test('what is deprecated, and what no standard describes, says so', async () => {
  const { [PATH]: text } = await emitted(referenceOfEndpoints)
  expect(text).toContain(
    '**Deprecated.** Close the browser instead.\n\nSource: no standard; as the service was seen to behave.\n',
  )
})

test('the refusals of the API are told apart', async () => {
  const { [PATH]: text } = await emitted(referenceOfEndpoints)
  expect(text).toContain('The API is at `https://api.acme.example/v1`.')
  expect(text).toContain('| 403    | Too little   | It lacks a scope.       |\n')
})
