/** The consent page. */
import type { Authorization } from '../../authority/authorization.js'
import type { User } from '../../authority/user.js'
import type { Provider, ScopeText } from '../../provider/provider.js'
import { type Html, html } from '../pages/html.js'
import { layout } from '../pages/page-layout.js'

/** Asks the user whether an app may do what it asks for. It works without JavaScript. */
export function consentPage(
  provider: Provider,
  authorization: Authorization,
  user: User,
  form: { readonly action: string; readonly ticket: string },
): string {
  const app = authorization.client.label
  const { userScopes = [] } = authorization
  const scopes = [...new Set([...authorization.scopes, ...userScopes])]
  return layout(
    `Sign in to ${app}`,
    html`<h1>${app} asks for access to your ${provider.name} account</h1>
<p>You are signed in as <strong>${user.username}</strong>. ${introduction(scopes)}</p>
<ul>${textsOf(provider, scopes).map(item)}</ul>
<form method="post" action="${form.action}">
  <input type="hidden" name="ticket" value="${form.ticket}">
  <button name="decision" value="deny">Deny</button>
  <button name="decision" value="approve">Approve</button>
</form>`,
  )
}

function introduction(scopes: readonly string[]): string {
  return scopes.length === 0 ? 'It only wants to know who you are.' : 'If you approve, it will be able to:'
}

function item({ scope, title, description }: ScopeText): Html {
  return html`<li data-scope="${scope}"><strong>${title}</strong><span>${description}</span></li>`
}

/** In the provider's order; a scope that it has no words for comes last, under its own name. */
function textsOf(provider: Provider, scopes: readonly string[]): ScopeText[] {
  const known = provider.scopes.filter(({ scope }) => scopes.includes(scope))
  const unknown = scopes.filter((scope) => !known.some((text) => text.scope === scope))
  return [...known, ...unknown.map((scope) => ({ scope, title: scope, description: 'No description.' }))]
}
