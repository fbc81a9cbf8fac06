import { expect, test } from 'vitest'
import { mend } from './mend.js'

test.each([
  ['see all', /^[A-Z].*\.$/u, 'See all.', 'end it with a full stop and begin it with a capital letter'],
  [
    'Your VLANs.',
    /^[a-z].*[^.]$/u,
    'your VLANs',
    'take the full stop at its end out and begin it with a small letter',
  ],
  [' x', /^\S+$/u, 'x', 'take the spaces at its ends out'],
  ['Volumes', /^[a-z]+$/u, 'volumes', 'did you mean "volumes"?'],
  ['objectStorage', /^[a-z_]+$/u, 'object_storage', 'did you mean "object_storage"?'],
  ['FunctionsInvoke', /^[a-z]+[A-Za-z]*$/u, 'functionsInvoke', 'did you mean "functionsInvoke"?'],
  ['VPCs', /^[a-z]+[A-Za-z]*$/u, 'vpcs', 'did you mean "vpcs"?'],
  ['v4.235.0', /^\d+\.\d+\.\d+$/u, '4.235.0', 'take the "v" out'],
  ['read only', /^[a-z][A-Za-z]*$/u, 'readOnly', 'did you mean "readOnly"?'],
  ['get /a/', /^GET( \/[a-z]+)$/u, 'GET /a', 'did you mean "GET /a"?'],
  ['PSOT /a', /^(GET|POST) \/a$/u, 'POST /a', 'did you mean "POST /a"?'],
  ['/{a/b', /^(\/(\{a\}|b))+$/u, '/{a}/b', 'did you mean "/{a}/b"?'],
  ['/b/a}', /^(\/(\{a\}|b))+$/u, '/b/{a}', 'did you mean "/b/{a}"?'],
  ['/a/../b', /^(\/[a-z]+)+$/u, '/b', 'did you mean "/b"?'],
  ['/../b/.', /^(\/[a-z]+)+$/u, '/b', 'did you mean "/b"?'],
  ['/a/?b=c', /^(\/[a-z]+)+$/u, '/a', 'did you mean "/a"?'],
  ['GET /a/:', /^GET( \/[a-z.]+)$/u, 'GET /a', 'did you mean "GET /a"?'],
  ['See {thing}.', /^See \{things\}\.$/u, 'See {things}.', 'did you mean "See {things}."?'],
  ['See things}.', /^See \{things\}\.$/u, 'See {things}.', 'did you mean "See {things}."?'],
  ['{title: all', /^\{title\}: all$/u, '{title}: all', 'did you mean "{title}: all"?'],
  ['4.235', /^\d+\.\d+\.\d+$/u, '4.235.0', 'did you mean "4.235.0"?'],
  ['http://x', /^https:\/\/x$/u, 'https://x', 'did you mean "https://x"?'],
])('%j is mended', (text, pattern, mended, order) => {
  expect(mend(text, (candidate) => pattern.test(candidate))).toEqual({ text: mended, order })
})

test('words are joined as the examples of a form join them', () => {
  const fits = (text: string) => /^[a-z_-]+$/u.test(text)
  expect(mend('put account', fits, ['get-volumes'])?.text).toBe('put-account')
  expect(mend('put account', fits, ['get_volumes'])?.text).toBe('put_account')
  expect(mend('put account', fits)?.text).toBe('put_account')
})

test('what no small change makes right is not guessed', () => {
  expect(mend('boxes:read, volumes:read', (text) => /^[a-zA-Z:]+$/.test(text))).toBeUndefined()
  expect(mend('', (text) => text !== '')).toBeUndefined()
})
