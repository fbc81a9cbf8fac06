/**
 * What the types of scopes, tokens and operations promise. Each TypeScript that apps use
 * must find nothing wrong here.
 */
import {
  type AnyOAuthScope,
  type InsufficientScopeError,
  type LinodeLoginClient,
  type OAuthScope,
  OAuthScopes,
  OAuthToken,
} from '@linode-login/core'
import {
  forOperations,
  type OAuthOperation,
  type Operation,
  type OperationReference,
  operationOf,
  operationsAllowed,
  type PersonalTokenOperation,
  scopeSetsForOperations,
  whyNeeded,
} from '@linode-login/core/operations'
import { describe, expectTypeOf, test } from 'vitest'

declare const client: LinodeLoginClient
declare const token: OAuthToken
declare const either: 'linodes:read_only' | 'domains:read_write'
declare const many: OAuthScope[]
declare const family: string
declare const personal: PersonalTokenOperation
declare const pending: Parameters<LinodeLoginClient['beginLogin']>[0]['pending']

declare function see(token: OAuthToken<'linodes:read_only'>): void
declare function change(token: OAuthToken<'linodes:read_write'>): void
declare function both(token: OAuthToken<'linodes:read_only' | 'domains:read_write'>): void
declare function everything(token: OAuthToken<'*'>): void
declare function any(token: OAuthToken): void

describe('a scope', () => {
  test('is strict in asking', () => {
    void client.beginLogin({ scopes: 'linodes:read_only', pending })
    void client.beginLogin({ scopes: [OAuthScopes.Linodes.all, OAuthScopes.all], pending })
    void client.refreshOAuthToken(token, { scopes: [OAuthScopes.Linodes.readOnly] })
    expectTypeOf<string>().not.toExtend<OAuthScope>()
    // @ts-expect-error: misspelt
    void client.beginLogin({ scopes: 'linodes:read_onyl', pending })
    // @ts-expect-error: two scopes are no scope
    client.generateLoginUrl({ scopes: ['linodes:read_only domains:*'] })
    // @ts-expect-error: whatever the variable holds
    client.generateLoginUrl({ scopes: `${token.scopes}` })
    // @ts-expect-error: an older name, which is read but not asked for
    void client.refreshOAuthToken(token, { scopes: ['linodes:view'] })
    // @ts-expect-error: misspelt
    token.require('linodes:read_onyl')
  })

  test('is any string in reading', () => {
    expectTypeOf<AnyOAuthScope>().toEqualTypeOf<OAuthScope | (string & {})>()
    expectTypeOf<string>().toExtend<AnyOAuthScope>()
    expectTypeOf(token.scopes).toEqualTypeOf<readonly AnyOAuthScope[]>()
    expectTypeOf(OAuthScopes.parse('linodes')).toEqualTypeOf<AnyOAuthScope[]>()
    expectTypeOf(OAuthScopes.missing(token.scopes, ['newer:thing'])).toEqualTypeOf<AnyOAuthScope[]>()
    token.covers('newer:thing' as AnyOAuthScope)
    token.covers(`${token.scopes}`)
    token.covers(token.scopes)
    token.covers(many)
    token.scopes.includes('newer:thing')
  })

  test('that a token is asked for is known where it is a literal', () => {
    const level = OAuthScopes.isKnown('vpc:*') ? 'read_only' : 'read_write'
    const needs = ['linodes:read_only', 'vpc:*'] as const
    expectTypeOf(token.covers('linodes:read_only')).toEqualTypeOf<boolean>()
    token.covers(['linodes:read_only', OAuthScopes.VPCs.all])
    token.covers(needs)
    token.covers(either)
    token.covers(`linodes:${level}`)
    token.covers(`${family}:read_only`)
    // @ts-expect-error: misspelt
    token.covers('linode:read_only')
    // @ts-expect-error: misspelt, one of two
    token.covers(['linodes:read_only', 'linode:read_only'])
    // @ts-expect-error: several are a list
    token.covers('linodes:read_only', 'vpc:*')
  })

  test('that was read may be asked for once it is known', () => {
    const missing = OAuthScopes.missing(token.scopes, 'vpc:read_only').filter(OAuthScopes.isKnown)
    expectTypeOf(missing).toEqualTypeOf<OAuthScope[]>()
    void client.beginLogin({ scopes: missing, pending })
  })
})

describe('C12 A25 a token has nothing proven', () => {
  test('when it comes from the server or a store, whatever was asked for', () => {
    const options = { scopes: 'linodes:read_write', pending } as const
    expectTypeOf(client.completeLogin('', options)).resolves.toEqualTypeOf<OAuthToken>()
    const finished = client.finishOAuth('', { scopes: ['linodes:read_write'] })
    expectTypeOf(finished).resolves.toEqualTypeOf<OAuthToken>()
    const refreshed = client.refreshOAuthToken(token.require('*'), { scopes: 'linodes:read_write' })
    expectTypeOf(refreshed).resolves.toEqualTypeOf<OAuthToken>()
    expectTypeOf(OAuthToken.deserialize).returns.toEqualTypeOf<OAuthToken>()
    expectTypeOf<OAuthToken>().toEqualTypeOf<OAuthToken<never>>()
  })

  test('when it is made, whatever place it is made for', () => {
    expectTypeOf(new OAuthToken({ accessToken: '', scopes: ['*'] })).toEqualTypeOf<OAuthToken>()
    // @ts-expect-error: made with nothing proven
    see(new OAuthToken({ accessToken: '', scopes: ['*'] }))
    // @ts-expect-error: made with nothing proven
    new OAuthToken<'linodes:read_only'>({ accessToken: '', scopes: ['*'] })
  })
})

describe('what a token is required to have', () => {
  test('is proven, one scope or several, at once or after another', () => {
    type Both = OAuthToken<'linodes:read_only' | 'domains:read_write'>
    expectTypeOf(token.require('linodes:read_only')).toEqualTypeOf<OAuthToken<'linodes:read_only'>>()
    expectTypeOf(token.require('linodes:read_only', 'domains:read_write')).toEqualTypeOf<Both>()
    expectTypeOf(token.require('linodes:read_only').require('domains:read_write')).toEqualTypeOf<Both>()
    expectTypeOf(token.require(OAuthScopes.Linodes.readOnly)).toEqualTypeOf<OAuthToken<'linodes:read_only'>>()
    const needs = ['linodes:read_only', 'domains:read_write'] as const
    expectTypeOf(token.require(...needs)).toEqualTypeOf<Both>()
  })

  test('is not proven where the compiler can’t know which scope it is', () => {
    expectTypeOf(token.require(either)).toEqualTypeOf<OAuthToken>()
    expectTypeOf(token.require(...many)).toEqualTypeOf<OAuthToken>()
    expectTypeOf(token.require()).toEqualTypeOf<OAuthToken>()
    // @ts-expect-error: it may be the other one
    both(token.require(either))
  })

  test('opens the functions that need it or less', () => {
    see(token.require('linodes:read_only'))
    see(token.require('linodes:read_write'))
    see(token.require('linodes:*'))
    see(token.require('*'))
    change(token.require('linodes:read_write'))
    change(token.require('linodes:*'))
    change(token.require('*'))
    both(token.require('linodes:*', 'domains:*'))
    both(token.require('vpc:read_only', 'domains:*').require('linodes:read_write'))
    both(token.require('*'))
    everything(token.require('*'))
    any(token)
    any(token.require('linodes:read_only'))
    any(token.require('*'))
    expectTypeOf<OAuthToken<'*'>>().toExtend<OAuthToken<OAuthScope>>()
  })

  test('opens no function that needs more', () => {
    // @ts-expect-error: nothing proven
    see(token)
    // @ts-expect-error: known to be read-only
    change(token.require('linodes:read_only'))
    // @ts-expect-error: another family
    see(token.require('domains:*'))
    // @ts-expect-error: one of two
    both(token.require('linodes:*'))
    // @ts-expect-error: less than all
    everything(token.require('linodes:*', 'domains:*'))
    expectTypeOf<OAuthToken>().not.toExtend<OAuthToken<'linodes:read_only'>>()
    expectTypeOf<OAuthToken<'linodes:read_write'>>().not.toExtend<OAuthToken<'linodes:*'>>()
    expectTypeOf<Promise<OAuthToken>>().not.toExtend<Promise<OAuthToken<'linodes:read_only'>>>()
  })

  test('that is missing leads to a login', () => {
    const step = (refused: InsufficientScopeError) => refused.stepUp(client, token, { pending })
    expectTypeOf(step).returns.resolves.toEqualTypeOf<{ url: string; state: string }>()
  })
})

describe('an operation', () => {
  const id = 'get-linode-instances'
  const url = 'GET https://api.linode.com/v4/linode/instances/123?page=2'

  test('is named by method and path, by its id, or by a concrete URL', () => {
    expectTypeOf(forOperations(['GET /linode/instances', id, url])).toEqualTypeOf<OAuthScope[]>()
    expectTypeOf(forOperations(['GET http://127.0.0.1:8080/account'] as const)).toEqualTypeOf<OAuthScope[]>()
    whyNeeded('linodes:read_only', ['GET /linode/instances', id, url])
    expectTypeOf<'GET /linode/instances'>().toExtend<OAuthOperation>()
    expectTypeOf<string>().not.toExtend<OperationReference>()
    const others: readonly OAuthOperation[] = []
    const references: OperationReference[] = [id, ...others]
    expectTypeOf(forOperations(references)).toEqualTypeOf<OAuthScope[]>()
    expectTypeOf(scopeSetsForOperations([...others, ...references, url])).toEqualTypeOf<OAuthScope[][]>()
    forOperations([])
  })

  test('that is misspelt is refused', () => {
    // @ts-expect-error
    forOperations(['GET /linode/instance'])
    // @ts-expect-error
    forOperations(['GET /linode/instances', 'get-linode-instanses'])
    // @ts-expect-error: no method of HTTP that the API knows
    forOperations(['FETCH https://api.linode.com/v4/account'])
    // @ts-expect-error: one operation is no list
    forOperations('GET /linode/instances')
    // @ts-expect-error: a misspelt scope
    whyNeeded('linodes:read_onyl', ['GET /linode/instances'])
  })

  test('that takes a personal access token only is refused', () => {
    expectTypeOf<PersonalTokenOperation>().toExtend<Operation>()
    expectTypeOf<PersonalTokenOperation>().not.toExtend<OperationReference>()
    // @ts-expect-error
    forOperations([personal])
    // @ts-expect-error
    whyNeeded('*', ['GET /linode/instances', personal])
    // @ts-expect-error
    scopeSetsForOperations([personal])
    const all: Operation[] = []
    // @ts-expect-error: one of them may be such
    forOperations(all)
  })

  test('is told of a token or a call, whichever it is', () => {
    expectTypeOf(operationsAllowed(token.scopes)).toEqualTypeOf<Operation[]>()
    // Each way by itself: to find them equal in one step takes TypeScript 6 four seconds.
    expectTypeOf(operationOf('whatever')).toExtend<Operation | undefined>()
    expectTypeOf<Operation | undefined>().toExtend<ReturnType<typeof operationOf>>()
  })
})
