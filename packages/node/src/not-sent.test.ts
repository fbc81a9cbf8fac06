import { describe, expect, test } from 'vitest'
import { notSent } from './not-sent.js'

function failed(details: { code?: string; syscall?: string; cause?: unknown }): Error {
  return Object.assign(new Error('failed'), details)
}

function fetchFailed(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause })
}

describe('N1 N5 surely not sent', () => {
  test.each([
    ['no such name', failed({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
    ['no answer from the name server', failed({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' })],
    ['refused', failed({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['refused, as a library without syscalls tells it', failed({ code: 'ECONNREFUSED' })],
    ['no route', failed({ code: 'EHOSTUNREACH', syscall: 'connect' })],
    ['N8 the connection timed out, as in a black hole', failed({ code: 'ETIMEDOUT', syscall: 'connect' })],
    ["N8 undici's own limit for connecting", failed({ code: 'UND_ERR_CONNECT_TIMEOUT' })],
    ['an unknown authority', failed({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })],
    ['a self-signed certificate', failed({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })],
    ['an expired certificate', failed({ code: 'CERT_HAS_EXPIRED' })],
    ['a port that fetch never asks', new Error('bad port')],
    ["another host's certificate", failed({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })],
    [
      'every address refused',
      Object.assign(
        new AggregateError([
          failed({ code: 'ECONNREFUSED', syscall: 'connect' }),
          failed({ code: 'ENETUNREACH', syscall: 'connect' }),
        ]),
        { code: 'ECONNREFUSED' },
      ),
    ],
  ])('%s', (_, cause) => {
    expect(notSent(cause)).toBe(true)
    expect(notSent(fetchFailed(cause))).toBe(true)
    expect(notSent(fetchFailed(new Error('wrapped again', { cause })))).toBe(true)
  })
})

describe('N2 N3 R15 perhaps sent', () => {
  test.each([
    ['reset', failed({ code: 'ECONNRESET', syscall: 'read' })],
    ['reset while writing', failed({ code: 'EPIPE', syscall: 'write' })],
    ['N12 a stream of HTTP/2 that was refused', failed({ code: 'ERR_HTTP2_STREAM_ERROR' })],
    ['N12 a connection of HTTP/2 that goes away', failed({ code: 'ERR_HTTP2_GOAWAY_SESSION' })],
    ['N6 a proxy that answers 407 to a tunnel', failed({ code: 'UND_ERR_ABORTED' })],
    ['closed by the other side', failed({ code: 'UND_ERR_SOCKET' })],
    ['a time-out while reading', failed({ code: 'ETIMEDOUT', syscall: 'read' })],
    ['no headers in time', failed({ code: 'UND_ERR_HEADERS_TIMEOUT' })],
    [
      'a reset that has a refused connection behind it',
      failed({ code: 'ECONNRESET', cause: failed({ code: 'ECONNREFUSED' }) }),
    ],
    [
      'one address refused, the other reset',
      new AggregateError([failed({ code: 'ECONNREFUSED' }), failed({ code: 'ECONNRESET' })]),
    ],
    ['no attempt told', new AggregateError([])],
    ['no code', new Error('failed')],
    ['no error', 'ECONNREFUSED'],
    ['nothing', undefined],
  ])('%s', (_, cause) => {
    expect(notSent(cause)).toBe(false)
    expect(notSent(fetchFailed(cause))).toBe(false)
  })

  test('an error that is its own cause ends', () => {
    const error = new Error('failed')
    error.cause = error
    expect(notSent(error)).toBe(false)
  })
})
