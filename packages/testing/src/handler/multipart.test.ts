import { expect, test } from 'vitest'
import { parseMultipart } from './multipart.js'

const type = 'multipart/form-data; boundary=xx'

test('reads what fetch writes', async () => {
  const form = new FormData()
  const fields = [
    ['code', 'a b'],
    ['empty', ''],
    ['lines', 'one\r\n\r\ntwo'],
    ['quo"te', 'é'],
    ['code', 'twice'],
  ] as const
  for (const [name, value] of fields) form.append(name, value)
  const request = new Request('https://login.example', { method: 'POST', body: form })
  const contentType = request.headers.get('content-type') ?? ''
  expect(parseMultipart(contentType, await request.text())).toEqual(fields)
})

test('a quoted boundary and a file name before the name are read', () => {
  const body =
    '--b b\r\nContent-Type: text/plain\r\ncontent-disposition: form-data; filename="f"; name="a"\r\n\r\n1\r\n--b b--'
  expect(parseMultipart('multipart/form-data; boundary="b b"', body)).toEqual([['a', '1']])
})

test.each([
  ['', 'empty'],
  ['--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', 'cut short'],
  ['--xx\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xx--', 'without a name'],
  ['--xx\r\nContent-Disposition: form-data; name="a"\r\n1\r\n--xx--', 'without the empty line'],
])('%j is refused: %s', (body) => {
  expect(parseMultipart(type, body)).toBeUndefined()
})

test('without a boundary nothing can be read', () => {
  expect(parseMultipart('multipart/form-data', '--xx--')).toBeUndefined()
})
