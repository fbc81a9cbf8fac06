/** A file of certificates, read whole or refused. */
import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { ConfigurationError } from '@linode-login/core'

/** Many times the whole list of public authorities. */
const MAX_BYTES = 4 * 1024 * 1024

const BEGIN = '-----BEGIN CERTIFICATE-----'
const certificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g

/**
 * The certificates of a PEM file. Text between them is passed over, as in the files that operating systems
 * ship; a certificate that is damaged is an error, for passing it over would trust something else than the
 * file says.
 *
 * @param path - the option `caPath`
 * @throws ConfigurationError when the file is missing, unreadable, empty or too large, or holds no
 *   certificate or a damaged one (RFC 6749 §10.9)
 */
export function readCaFile(path: string): string[] {
  const text = readText(path)
  const begun = text.split(BEGIN).length - 1
  const whole = text.match(certificate) ?? []
  if (begun === 0) throw refused(path, `it has no "${BEGIN}"`)
  if (begun !== whole.length) throw refused(path, 'a certificate in it is cut short')
  return whole.map((pem, index) => normalize(pem, index + 1, path))
}

function readText(path: string): string {
  if (path === '') throw refused(path, 'the path is empty')
  try {
    const file = statSync(path)
    if (!file.isFile()) throw refused(path, 'it is no file')
    if (file.size > MAX_BYTES) throw refused(path, `it is larger than ${MAX_BYTES} bytes`)
    return readFileSync(path, 'latin1')
  } catch (error) {
    throw ConfigurationError.is(error) ? error : refused(path, "it can't be read", error)
  }
}

function normalize(pem: string, number: number, path: string): string {
  try {
    return new X509Certificate(pem).toString()
  } catch (error) {
    throw refused(path, `certificate number ${number} in it is damaged`, error)
  }
}

function refused(path: string, problem: string, cause?: unknown): ConfigurationError {
  const expected = `a PEM file of certificates, found ${JSON.stringify(path)}: ${problem}`
  return new ConfigurationError('caPath', expected, { cause })
}
