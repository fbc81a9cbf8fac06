import { brotliCompressSync } from 'node:zlib'
import { bundlers } from './bundlers.js'

const apps = {
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

/** Bytes of small browser apps in each bundler: minified, and compressed by brotli after that. */
export async function browserSize(): Promise<string> {
  const lines: string[] = []
  for (const [name, app] of Object.entries(apps)) {
    lines.push(`  ${name}`)
    for (const [bundler, bundle] of Object.entries(bundlers)) {
      const code = await bundle(app)
      lines.push(`    ${bundler}: ${code.length} bytes minified, ${brotliCompressSync(code).length} brotli`)
    }
  }
  return lines.join('\n')
}
