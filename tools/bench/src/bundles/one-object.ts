import { OAuthScopes } from '@linode-login/core'

/**
 * A module of the shape of the `OAuthScopes` of Linode's Python client: one object that has everything, every
 * scope by its family and what can be asked of scopes. It holds the texts of ours, so that shapes are
 * compared and nothing else.
 */
export function oneObject(): string {
  const families = Object.entries(OAuthScopes).filter(([, value]) => typeof value === 'object')
  const members = families.map(([name, scopes]) => `  ${name}: ${JSON.stringify(scopes)},\n`).join('')
  return `export const OAuthScopes = {
  all: ${JSON.stringify(OAuthScopes.all)},
${members}  parse(text) {
    const scopes = []
    for (const part of text.split(/[ ,]+/)) {
      if (part === '*') return [OAuthScopes.all]
      const [family, level = '*'] = part.split(':')
      const known = Object.values(OAuthScopes).find((one) => one.all === family + ':*')
      if (known === undefined) throw new TypeError('invalid family: ' + family)
      scopes.push(family + ':' + level)
    }
    return scopes
  },
  serialize(scopes) {
    return [].concat(scopes).join(' ')
  },
}
`
}
