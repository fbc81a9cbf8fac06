/**
 * A provider that is not Linode: scopes are a tree, they are written with commas, and
 * every path and name differs.
 */
import { absoluteUri, type Fields, oneOf, scopeText, visibleText } from '@linode-login/core/internal'
import type { Provider } from './provider.js'

const client = (fields: Fields): { clientId: string; clientSecret: string | undefined } => ({
  clientId: fields.required(visibleText, 'client_id'),
  clientSecret: fields.optional(visibleText, 'client_secret'),
})

export const otherProvider: Provider = {
  name: 'Forge',
  hierarchy: {
    includes: { repo: ['repo:status', 'public_repo'], 'repo:status': [], public_repo: [], user: [] },
    aliases: {},
    wildcard: undefined,
    separators: { read: ' ,', write: ',' },
    ignoreCase: false,
  },
  scopes: [
    { scope: 'repo', title: 'Repositories', description: 'All of your repositories.' },
    { scope: 'user', title: 'Profile', description: 'Your profile.' },
  ],
  endpoints: [
    {
      name: 'authorize',
      method: 'GET',
      path: '/login/authorize',
      parameters: ['client_id', 'redirect_uri', 'scope', 'state', 'response_type'],
      decode: (fields) => ({
        clientId: fields.required(visibleText, 'client_id'),
        responseType: fields.optional(oneOf('code'), 'response_type') ?? 'code',
        redirectUri: fields.optional(absoluteUri, 'redirect_uri'),
        scope: fields.optional(scopeText, 'scope'),
        state: fields.optional(visibleText, 'state'),
      }),
    },
    {
      name: 'exchange',
      method: 'POST',
      path: '/login/access_token',
      parameters: ['client_id', 'client_secret', 'code', 'redirect_uri'],
      decode: (fields) => ({
        ...client(fields),
        code: fields.required(visibleText, 'code'),
        redirectUri: fields.optional(absoluteUri, 'redirect_uri'),
      }),
    },
    {
      name: 'refresh',
      method: 'POST',
      path: '/login/refresh',
      parameters: ['client_id', 'client_secret', 'refresh_token'],
      decode: (fields) => ({
        ...client(fields),
        refreshToken: fields.required(visibleText, 'refresh_token'),
      }),
    },
  ],
  secretParameters: ['client_secret', 'code', 'refresh_token', 'state'],
  tokenResponse: { scopes: ['scope'] },
  errors: { invalid_client: 404 },
  credentials: { clientId: 12, clientSecret: 44, code: 44, accessToken: 44, refreshToken: 80 },
  lifetimes: { code: 60, accessToken: 300 },
  api: {
    basePath: '',
    operations: [
      { id: 'get-user', method: 'GET', path: '/user', auth: 'any_token', anyOf: [] },
      {
        id: 'get-status',
        method: 'GET',
        path: '/repos/{name}/status',
        auth: 'scoped',
        anyOf: [['user', 'public_repo'], ['repo:status']],
      },
    ],
    headers: { granted: 'X-Granted', accepted: 'X-Accepted' },
    errors: {
      invalidToken: { status: 401, reason: 'Bad credentials' },
      insufficientScope: { status: 403, reason: 'Missing scope' },
      notFound: { status: 404, reason: 'Not Found' },
    },
  },
}
