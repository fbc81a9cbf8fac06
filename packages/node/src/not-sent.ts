/** Whether a request that failed on Node had left. */

/** What the operating system was asked for before a connection stood. */
const callsBeforeSending: ReadonlySet<string> = new Set(['getaddrinfo', 'connect'])

/** Codes that only a connection that never came to stand can have. */
const codesBeforeSending: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
  // No version of TLS was agreed on.
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  // The server's certificate isn't that of this host.
  'ERR_TLS_CERT_ALTNAME_INVALID',
  // The verdicts of the certificate check, as Node's documentation of `tls` lists them.
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** What a `fetch` says, without a code, of a port that the Fetch standard forbids. */
const BLOCKED_PORT = 'bad port'

/** An error behind an error behind an error: more than any HTTP client wraps. */
const MAX_DEPTH = 8

/**
 * Whether an error of `fetch` proves that no byte of the request left this machine: the name wasn't found,
 * nobody took the connection, the server's certificate was refused, or the port is one that `fetch` never
 * asks. Such a request may be made again.
 *
 * Anything in doubt counts as sent. A reset socket always is: the server may have read the request before.
 *
 * @param error - what `fetch` rejected with; its `cause` and, where several addresses were tried, its
 *   `errors` are read
 */
export function notSent(error: unknown): boolean {
  return neverLeft(error, MAX_DEPTH)
}

// Errors are read by their fields, not by their class: under Jest, Node's own come from another realm.
function neverLeft(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false
  if ('errors' in error && Array.isArray(error.errors)) {
    return error.errors.length > 0 && error.errors.every((attempt) => neverLeft(attempt, depth - 1))
  }
  // The first error with a code is the one that happened; what wraps it only passes it on.
  if (!('code' in error && typeof error.code === 'string')) {
    if ('message' in error && error.message === BLOCKED_PORT) return true
    return 'cause' in error && neverLeft(error.cause, depth - 1)
  }
  const call = 'syscall' in error ? error.syscall : undefined
  return codesBeforeSending.has(error.code) || (typeof call === 'string' && callsBeforeSending.has(call))
}
