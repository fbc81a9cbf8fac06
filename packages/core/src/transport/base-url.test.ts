// Which addresses of a login server are taken, and in which form they are kept.
import { expect, test } from 'vitest'
import { ConfigurationError } from '../errors/errors.js'
import { canonicalBaseUrl } from './base-url.js'

test.each([
  ['https://login.linode.com', 'https://login.linode.com'],
  ['https://login.linode.com/', 'https://login.linode.com'],
  ['https://login.example/linode/', 'https://login.example/linode'],
  ['https://login.example:8443', 'https://login.example:8443'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.1.2.3', 'http://127.1.2.3'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['http://LOCALHOST:80', 'http://localhost'],
])('%s is kept as %s', (text, canonical) => {
  expect(canonicalBaseUrl(text)).toBe(canonical)
})

test.each([
  'HTTPS://LOGIN.LINODE.COM',
  'https://login.linode.com.',
  'https://login.linode.com:443',
  'HTTPS://login.linode.com:443',
  'https://Login.Linode.com.:443/',
  'https://login.linode.com:0443',
])('B7 %s is the origin https://login.linode.com', (text) => {
  expect(canonicalBaseUrl(text)).toBe('https://login.linode.com')
})

test.each([
  ['B1', 'https://login.linode.com@evil.example'],
  ['B1', 'https://login.linode.com:443@evil.example'],
  ['B2', 'https://login.linode.com%2f@evil.example'],
  ['B2', 'https://login.linode.com%2fevil.example'],
  ['B2', 'https://login.linode.com%2F.evil.example'],
  ['B2', 'https://login.linode%2ecom'],
  ['B3', 'https://user:password@login.linode.com'],
  ['B3', 'https://@login.linode.com'],
  ['B3', 'https://user@login.linode.com'],
  ['B3', 'https://:@login.linode.com'],
  ['B4', 'http://login.linode.com'],
  ['B4', 'http://127.0.0.1.evil.example'],
  ['B4', 'http://localhost.evil.example'],
  ['B4', 'http://10.0.0.1'],
  ['B4', 'http://192.168.0.1'],
  ['B4', 'http://0.0.0.0'],
  ['B4', 'http://[::]'],
  ['B5', 'javascript:alert(1)'],
  ['B5', 'file:///etc/passwd'],
  ['B5', 'ftp://login.linode.com'],
  ['B5', 'data:text/html,x'],
  ['B5', 'wss://login.linode.com'],
  ['B6', 'https://login.linode.com?x=1'],
  ['B6 C1', 'https://login.linode.com#x'],
  ['B6', 'https://login.linode.com/?'],
  ['B6 C1', 'https://login.linode.com/#'],
  ['B8', 'http://127.1'],
  ['B8', 'http://0x7f000001'],
  ['B8', 'http://0x7f.0.0.1'],
  ['B8', 'http://2130706433'],
  ['B8', 'http://0177.0.0.1'],
  ['B8', 'http://127.0.0.01'],
  ['B8', 'http://[::ffff:127.0.0.1]'],
  ['B8', 'http://[::ffff:7f00:1]'],
  ['B8', 'http://[0:0:0:0:0:0:0:1]'],
  ['B8', 'http://\u2460\u2461\u2466.0.0.1'],
  ['B9', ' https://login.linode.com'],
  ['B9', 'https://login.linode.com '],
  ['B9', 'ht\rtps://login.linode.com'],
  ['B9', '\u0000https://login.linode.com'],
  ['B9', 'https://login.linode.com\n'],
  ['B9', 'https://login.li\tnode.com'],
  ['B9', 'https://login.linode.com\r\n/x'],
  ['B9', 'https:\\\\login.linode.com'],
  ['B9', 'https://login.linode.com\\@evil.example'],
  ['B9', 'https://login.linode.com\u0000'],
  ['B9', 'https://login.linode.com\u00a0'],
  ['an empty text', ''],
  ['no host', 'https://'],
  ['another alphabet', 'https://login.l\u0456node.com'],
  ['a full-width dot', 'https://login\uff0elinode.com'],
  ['another alphabet', 'https://login.linod\u0435.com'],
  ['B5', 'login.linode.com'],
  ['B5', '//login.linode.com'],
  ['a bad port', 'https://login.linode.com:99999'],
  ['a path that climbs', 'https://login.linode.com/a/../b'],
  ['a path that climbs', 'https://login.linode.com/../x'],
  ['an empty step in the path', 'https://login.linode.com//b'],
  ['only dots', 'https://..'],
])('%s: %j is refused', (_ids, text) => {
  const error = caught(() => canonicalBaseUrl(text))
  expect(error).toBeInstanceOf(ConfigurationError)
  expect(error).toMatchObject({ code: 'option_invalid', option: 'baseUrl', operation: 'configure' })
  // A password may stand in it.
  expect(String(error)).not.toContain('password')
})

test.each(['/oauth', '/oauth/', '/linode/oauth', '/oauth/authorize', '/OAuth'])(
  'a base that ends in %s is refused: the endpoints add it',
  (path) => {
    expect(() => canonicalBaseUrl(`https://login.example${path}`)).toThrow(
      'baseUrl: expected the address without /oauth, which the endpoints add',
    )
    expect(canonicalBaseUrl('https://oauth.example/my-oauth')).toBe('https://oauth.example/my-oauth')
  },
)

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
