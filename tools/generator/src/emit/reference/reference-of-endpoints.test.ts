import { expect, test } from 'vitest'
import { otherHouse } from '../../house/other-house.fixture.js'
import { isSlot } from '../../model/endpoint-model.js'
import { digitalOcean, slack } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { ourModel } from '../our-spec.fixture.js'
import { linksWithoutHeading } from './links.fixture.js'
import { referenceOfEndpoints } from './reference-of-endpoints.js'

const PATH = 'reference/endpoints.md'

test('each request is shown with its parameters, its answer and its errors', async () => {
  const { [PATH]: text } = await emitted(referenceOfEndpoints)
  expect(text).toContain(`## Token endpoint, code

Gives a token for a code. Source: RFC 6749 §4.1.3. In code: \`exchange\`.

\`\`\`http
POST /token HTTP/1.1
Host: login.acme.example
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code
    &client_id=CLIENT_ID
    &code=CODE
\`\`\`

| parameter | value | needed | what it is |
| --- | --- | --- | --- |
| \`grant_type\` | always \`authorization_code\` | no | The kind of request. |
| \`client_id\` | text | yes | Who asks. |
| \`code\` | text | yes | The code. Secret. |

The body is \`application/x-www-form-urlencoded\`.

It answers 200 and [\`TokenResponse\`](#tokenresponse) as JSON.

It may refuse with \`invalid_request\`, \`invalid_grant\`: [what they mean](#error-codes).
`)
})

test('a request is shown with all that a client of today sends, and without the secret that not every client has', async () => {
  const [output] = referenceOfEndpoints(await ourModel(), otherHouse)
  const requests = [...String(output?.content).matchAll(/```http\n([\s\S]*?)\n```/g)].map(
    ([, http = '']) => http,
  )
  const [authorize = '', exchange = ''] = requests
  expect(authorize).toMatch(/^GET \/oauth\/authorize\?.*\n {4}&[\s\S]* HTTP\/1\.1\nHost: /)
  for (const sent of [
    'response_type=code',
    'code_challenge=CODE_CHALLENGE',
    'code_challenge_method=S256',
    'state=STATE',
  ])
    expect(authorize).toContain(`\n    &${sent}`)
  expect(exchange).toContain('\n    &redirect_uri=REDIRECT_URI')
  expect(exchange).toContain('\n    &code_verifier=CODE_VERIFIER')
  expect(requests.join()).not.toContain('client_secret')
  // Where every client has one, it is shown.
  const { [PATH]: text } = await emitted(referenceOfEndpoints, digitalOcean)
  expect(text).toContain('&client_secret=CLIENT_SECRET')
})

test('an answer is shown as it looks, an object within it too', async () => {
  const { [PATH]: text } = await emitted(referenceOfEndpoints, slack)
  const [, json = ''] = /### TokenResponse[\s\S]*?```json\n([\s\S]*?)\n```/.exec(text ?? '') ?? []
  expect(JSON.parse(json)).toEqual({
    ok: true,
    access_token: 'ACCESS_TOKEN',
    token_type: 'bot',
    scope: 'channels:read,users.profile:read',
    expires_in: 43_200,
    refresh_token: 'REFRESH_TOKEN',
    authed_user: {
      access_token: 'ACCESS_TOKEN',
      token_type: 'user',
      scope: 'channels:read,users.profile:read',
    },
  })
  expect(text).toContain('| `authed_user.scope`')
  expect(text).toContain('Authorization: Bearer ACCESS_TOKEN\n')
})

test('the page begins with what is on it, and every link of it leads to a heading', async () => {
  const text = (await emitted(referenceOfEndpoints))[PATH] ?? ''
  expect(text).toContain('| [Log-out page](#log-out-page)')
  expect(text).toContain('| `GET /leave` | Deprecated. Ends the session. |\n')
  expect(linksWithoutHeading(text)).toEqual([])
})

test('a kind of value that there is says what a client accepts of it, to the length', async () => {
  const { [PATH]: text = '' } = await emitted(referenceOfEndpoints)
  expect(text).toContain('| bearer token | Letters, digits and any of `-._~+/`, not empty, ')
  expect(text).toMatch(/^\| text \| .*; at most 4096 characters\. \|$/m)
  expect(text).not.toContain('| code verifier |')
  const kinds = (await ourModel()).endpoints.flatMap(({ parameters }) => parameters.filter(isSlot))
  const [output] = referenceOfEndpoints(await ourModel(), otherHouse)
  const [, table = ''] = String(output?.content).split('\n## Values\n')
  for (const { value } of kinds.filter(({ value: { type } }) => type !== 'enum'))
    expect(table).toContain(`\n| ${value.type.replaceAll('_', ' ')} | `)
})

test('what is deprecated stands in a section of its own, and what no standard describes says so', async () => {
  const { [PATH]: text } = await emitted(referenceOfEndpoints)
  expect(text).toMatch(
    /\n## Deprecated\n\n### Log-out page\n\nEnds the session\. Source: no standard; as the service was seen to behave\. .*\n\n\*\*Deprecated\.\*\* Close the browser instead\.\n/,
  )
})

test('requests stand as a login goes: those for tokens side by side, pages after them', async () => {
  const model = await ourModel()
  const endpoints = model.endpoints.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const [output] = referenceOfEndpoints({ ...model, endpoints }, otherHouse)
  expect(
    [...String(output?.content).matchAll(/^##.*?\n[\s\S]*?In code: `(\w+)`/gm)].map(([, name]) => name),
  ).toEqual(['authorize', 'exchange', 'refresh', 'revoke', 'logout', 'expire'])
})

test('the refusals of the API are told apart', async () => {
  const { [PATH]: text } = await emitted(referenceOfEndpoints)
  expect(text).toContain('The API is at `https://api.acme.example/v1`.')
  expect(text).toContain('| 403 | Too little | It lacks a scope. |\n')
})
