import { brotliCompressSync } from 'node:zlib'
import { bundlers } from './bundlers.js'
import { oneObject } from './one-object.js'

const peer = 'two scopes of one object with everything'

const apps = {
  [peer]: `${oneObject()}
    console.log(OAuthScopes.Linodes.readOnly, OAuthScopes.Domains.all)`,
  'two scopes by name': `import { OAuthScopes } from '@linode-login/browser'
    console.log(OAuthScopes.Linodes.readOnly, OAuthScopes.Domains.all)`,
  'two scopes by their families': `import * as Linodes from '@linode-login/browser/scopes/linodes'
    import * as Domains from '@linode-login/browser/scopes/domains'
    console.log(Linodes.readOnly, Domains.all)`,
  'redirect sign-in': `import { completeRedirect, LinodeLoginClient, signInWithRedirect } from '@linode-login/browser'
    import { readOnly } from '@linode-login/browser/scopes/linodes'
    const client = new LinodeLoginClient({ clientId: '0123456789abcdef0123', redirectUri: location.origin })
    completeRedirect(client).then((token) => token ?? signInWithRedirect(client, { scopes: [readOnly] }))`,
}

/** Bytes of small browser apps in each bundler: minified, compressed by brotli after that, and as parts of the peer's. */
export async function browserSize(): Promise<string> {
  const lines: string[] = []
  const ofPeer = new Map<string, number>()
  for (const [name, app] of Object.entries(apps)) {
    lines.push(`  ${name}`)
    for (const [bundler, bundle] of Object.entries(bundlers)) {
      const code = await bundle(app)
      if (name === peer) ofPeer.set(bundler, code.length)
      const ratio = (code.length / (ofPeer.get(bundler) ?? Number.NaN)).toFixed(3)
      lines.push(
        `    ${bundler}: ${code.length} bytes minified, ${brotliCompressSync(code).length} brotli, ${ratio} of the peer's`,
      )
    }
  }
  return lines.join('\n')
}
