/** How code names scopes, and asks for them. */
import { OAuthScopes } from '@linode-login/core'

/** `OAuthScopes.Linodes.readOnly`; a literal where a scope has no name. */
export function codeFor(scope: string): string {
  const found = Object.entries(OAuthScopes).flatMap(([name, value]): string[] => {
    if (value === scope) return [name]
    if (typeof value !== 'object') return []
    return Object.entries(value).flatMap(([level, text]) => (text === scope ? [`${name}.${level}`] : []))
  })
  // Former families have the same scopes under their old names.
  const start = (scope.split(':')[0] ?? '').replaceAll('_', '')
  const name = found.find((one) => one.toLowerCase().startsWith(start)) ?? found[0]
  return name === undefined ? `'${scope.replaceAll(/['\\]/g, '\\$&')}'` : `OAuthScopes.${name}`
}

/** The line of code that asks for scopes. */
export function askingLine(scopes: readonly string[]): string {
  return `client.beginLogin({ scopes: [${scopes.map(codeFor).join(', ')}], pending })`
}
