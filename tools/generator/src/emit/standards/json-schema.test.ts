import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Value } from '../../model/endpoint-model.js'
import { checkName } from '../wire/values.js'
import { valueSchema } from './json-schema.js'

const checks = await import(
  pathToFileURL(join(import.meta.dirname, '../../../../../packages/core/src/wire/checks.ts')).href
)
const ajv = new Ajv2020({ strict: true, formats: { uri: true } })

const types = [
  'text',
  'free_text',
  'bearer_token',
  'uri',
  'scopes',
  'seconds',
  'code_verifier',
  'code_challenge',
] as const

const values = [
  '',
  ' ',
  'a',
  'a b',
  'a,b',
  'a"b',
  'a\\b',
  'a\nb',
  'é',
  'abc==',
  '=abc',
  'a+/~.-_',
  '12',
  '12a',
  '-1',
  '1234567890123456',
  0,
  7200,
  -1,
  0.5,
  1e308,
  null,
  true,
  {},
  [],
  'x'.repeat(42),
  'x'.repeat(43),
  `${'x'.repeat(42)}~`,
  'x'.repeat(128),
  'x'.repeat(129),
  'x'.repeat(4096),
  'x'.repeat(4097),
  'x'.repeat(8192),
  'x'.repeat(8193),
  'x'.repeat(65_536),
  'x'.repeat(65_537),
  'https://app.example/callback?a=b',
  'HTTPS://app.example',
  'https://app.example/#here',
  'https://app.example/a b',
  '/callback',
  'app:back',
]

test.each(types)('a schema of %s accepts what the client accepts, and nothing else', (type) => {
  const accepts = ajv.compile(valueSchema({ type }, 'json'))
  const check = checks[checkName({ type })]
  const differing = values.filter((value) => accepts(value) !== (check.read(value) !== undefined))
  expect(differing).toEqual([])
  expect(values.some((value) => accepts(value))).toBe(true)
})

test.each<Value>([
  { type: 'enum', values: ['code', 'S256'], ignoreCase: false },
  { type: 'enum', values: ['bearer', 'at+jwt'], ignoreCase: true },
  { type: 'flag', is: true },
  { type: 'flag', is: false },
])('so does that of %j', (value) => {
  const accepts = ajv.compile(valueSchema(value, 'json'))
  const check = checks[checkName(value)](
    ...(value.type === 'enum' ? value.values : [value.type === 'flag' && value.is]),
  )
  const tried = [
    'code',
    'Code',
    'S256',
    'bearer',
    'BEARER',
    'bearers',
    'At+JWT',
    'attjwt',
    true,
    false,
    'true',
    1,
  ]
  expect(tried.filter((one) => accepts(one) !== (check.read(one) !== undefined))).toEqual([])
  expect(tried.some((one) => accepts(one))).toBe(true)
})

test('in a form seconds are digits', () => {
  const accepts = ajv.compile(valueSchema({ type: 'seconds' }, 'form'))
  expect([accepts('60'), accepts(60)]).toEqual([true, false])
})
