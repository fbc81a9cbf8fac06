import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { ConfigurationError } from '@linode-login/core'
import { afterAll, expect, test } from 'vitest'
import { readCaFile } from './ca-file.js'
import { LinodeLoginClient } from './client.js'

const [one = '', two = ''] = rootCertificates
const folder = mkdtempSync(join(tmpdir(), 'linode-login-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const lines = (pem: string) => pem.trim().split('\n')
const fingerprint = (pem: string) => new X509Certificate(pem).fingerprint256

test.each([
  ['one certificate', one, [one]],
  ['two, without a line break between them', `${one.trim()}${two.trim()}`, [one, two]],
  ['Windows line ends', one.replaceAll('\n', '\r\n'), [one]],
  ['text between certificates', `# Authority 1\n${one}\n=====\nAuthority 2\n${two}\n`, [one, two]],
])('%s', (name, content, expected) => {
  expect(readCaFile(file(name, content)).map(fingerprint)).toEqual(expected.map(fingerprint))
})

/** The certificate with one line of its middle gone. */
const damaged = lines(one).toSpliced(5, 1).join('\n')
const withoutEnd = lines(one).slice(0, -1).join('\n')

const bad: [problem: string, path: string, told: RegExp][] = [
  ['B11 a file that is missing', join(folder, 'missing.pem'), /can't be read/],
  ['B11 a folder', folder, /no file/],
  ['B11 an empty path', '', /path is empty/],
  ['B12 an empty file', file('empty.pem', ''), /BEGIN CERTIFICATE/],
  ['B12 garbage', file('garbage.pem', '\0\x01certificate?'), /BEGIN CERTIFICATE/],
  [
    'B12 DER instead of PEM',
    file('der.pem', Buffer.from(lines(one).slice(1, -1).join(''), 'base64').toString('latin1')),
    /BEGIN/,
  ],
  [
    'B12 a key instead of a certificate',
    file('key.pem', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----'),
    /BEGIN/,
  ],
  ['B12 a damaged certificate', file('damaged.pem', damaged), /number 1 in it is damaged/],
  [
    'B12 a damaged certificate behind a good one',
    file('second.pem', `${one}\n${damaged}`),
    /number 2 in it is damaged/,
  ],
  ['B12 a certificate cut short', file('short.pem', `${two}\n${withoutEnd}`), /cut short/],
  ['B12 a file that is far too large', file('large.pem', ' '.repeat(5 * 1024 * 1024)), /larger than/],
]

test.each(bad)('C18 %s is an error when the client is made', (_, path, told) => {
  try {
    new LinodeLoginClient({ clientId: '0123456789abcdef0123', caPath: path })
    expect.unreachable()
  } catch (error) {
    if (!ConfigurationError.is(error)) throw error
    expect(error).toMatchObject({ code: 'option_invalid', option: 'caPath' })
    expect(error.message).toMatch(told)
  }
})
