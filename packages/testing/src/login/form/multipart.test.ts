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
  ['--xx-- \r\n--xx--', 'text behind the end'],
  ['--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx--y', 'a longer word for the end'],
  ['--xxy\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx--', 'a longer boundary'],
  [
    '--xx\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx--',
    'a delimiter without a line of its own',
  ],
  [
    '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xxContent-Disposition: form-data; name="b"\r\n\r\n2\r\n--xx--',
    'headers in the line of the delimiter',
  ],
  [
    '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx--\r\n--xx\r\nContent-Disposition: form-data; name="b"\r\n\r\n2\r\n--xx--',
    'a part behind the end',
  ],
  ['--xx\r\nContent-Disposition: form-data; x="; name="a"\r\n\r\n1\r\n--xx--', 'a quote that does not end'],
  ['--xx\r\nContent-Disposition: form-data; name="a"; name="b"\r\n\r\n1\r\n--xx--', 'two names'],
  ['--xx\r\nContent-Disposition: form-data; name="a"; NAME=b\r\n\r\n1\r\n--xx--', 'two names in two ways'],
  ['--xx\r\nContent-Disposition: form-data; name="a\\"; x="b"\r\n\r\n1\r\n--xx--', 'a backslash'],
  ['--xx\r\nContent-Disposition: form-data; xname="a"\r\n\r\n1\r\n--xx--', 'a name that only ends so'],
  ['--xx\r\nContent-Disposition: form-data, name="a"\r\n\r\n1\r\n--xx--', 'another separator'],
  ['--xx\r\nContent-Disposition: attachment; name="a"\r\n\r\n1\r\n--xx--', 'no form data'],
  [
    '--xx\r\nContent-Disposition: form-data; name="a"\r\nContent-Disposition: form-data; name="b"\r\n\r\n1\r\n--xx--',
    'two dispositions',
  ],
  ['--xx\r\nX: y\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx--', 'a bare line feed'],
  ['--xx\r\nX: y\r\n Z\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx--', 'a folded line'],
])('%j is refused: %s', (body) => {
  expect(parseMultipart(type, body)).toBeUndefined()
})

test('without a boundary nothing can be read', () => {
  expect(parseMultipart('multipart/form-data', '--xx--')).toBeUndefined()
})

test.each([
  ['form-data; filename="; name=evil', undefined],
  ['form-data; filename="x; name=evil; y"; name="a"', 'a'],
  ['form-data; name="a; name=b"', 'a; name=b'],
  ['form-data; filename="name=evil"; name=a', 'a'],
  ['form-data;name="a"', 'a'],
  ['FORM-DATA ; Name = "a"', undefined],
])('the name in %s is %s', (disposition, name) => {
  const body = `--xx\r\nContent-Disposition: ${disposition}\r\n\r\n1\r\n--xx--\r\n`
  expect(parseMultipart(type, body)).toEqual(name === undefined ? undefined : [[name, '1']])
})

test.each([
  ['multipart/form-data; x="; boundary=yy; z="; boundary=xx', 'xx'],
  ['multipart/form-data; charset=utf-8; boundary=xx', 'xx'],
  ['multipart/form-data; boundary=yy; boundary=xx', undefined],
])('the boundary in %s is %s', (contentType, boundary) => {
  const body = '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx--'
  expect(parseMultipart(contentType, body)).toEqual(boundary === undefined ? undefined : [['a', '1']])
})
