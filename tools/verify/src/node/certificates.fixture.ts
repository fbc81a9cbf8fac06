import { generate } from 'selfsigned'

/** A certificate and its private key, both PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

const keys = { keyType: 'ec', algorithm: 'sha256' } as const

/** A certificate authority of its own, made anew for each test file. */
export async function makeAuthority(name: string): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    ...keys,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  return { cert, key }
}

/** A server's certificate for one host name or IPv4 address, signed by the authority. */
export async function signServer(authority: Certificate, host: string): Promise<Certificate> {
  const isAddress = /^[\d.]+$/.test(host)
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    ...keys,
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [isAddress ? { type: 7, ip: host } : { type: 2, value: host }] },
    ],
  })
  return { cert, key }
}
