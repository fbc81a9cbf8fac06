import { brotliCompressSync } from 'node:zlib'
import type { Benchmark, Figure } from '../figures/figure.js'
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

/** Minified, compressed by brotli after that, and as parts of the peer's. */
export const browserSize: Benchmark = {
  about: 'bytes of small apps in four bundlers, minified and compressed',
  async measure() {
    const figures: Figure[] = []
    const ofPeer = new Map<string, number>()
    for (const [name, app] of Object.entries(apps)) {
      for (const [bundler, bundle] of Object.entries(bundlers)) {
        const code = await bundle(app)
        if (name === peer) ofPeer.set(bundler, code.length)
        const part = code.length / (ofPeer.get(bundler) ?? Number.NaN)
        const what = `${name}, ${bundler}`
        figures.push(
          { what: `${what}, minified`, unit: 'bytes', values: [code.length] },
          { what: `${what}, brotli`, unit: 'bytes', values: [brotliCompressSync(code).length] },
          { what: `${what}, minified, of the peer's`, unit: '%', values: [100 * part] },
        )
      }
    }
    return figures
  },
}
