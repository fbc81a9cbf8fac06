import { readFileSync } from 'node:fs'
import * as browser from '@linode-login/browser'
import * as browserAudit from '@linode-login/browser/audit'
import * as browserDescribe from '@linode-login/browser/describe'
import * as browserOperations from '@linode-login/browser/operations'
import * as browserScopes from '@linode-login/browser/scopes'
import * as browserLinodes from '@linode-login/browser/scopes/linodes'
import * as core from '@linode-login/core'
import * as coreAudit from '@linode-login/core/audit'
import * as coreDescribe from '@linode-login/core/describe'
import * as coreOperations from '@linode-login/core/operations'
import * as coreScopes from '@linode-login/core/scopes'
import * as coreLinodes from '@linode-login/core/scopes/linodes'
import * as node from '@linode-login/node'
import * as nodeAudit from '@linode-login/node/audit'
import * as nodeDescribe from '@linode-login/node/describe'
import * as nodeOperations from '@linode-login/node/operations'
import * as nodeScopes from '@linode-login/node/scopes'
import * as nodeLinodes from '@linode-login/node/scopes/linodes'
import { describe, expect, test } from 'vitest'
import { root as repository } from '../repository.js'

describe.each([
  ['node', node, nodeAudit, nodeDescribe, nodeOperations, nodeScopes, nodeLinodes],
  ['browser', browser, browserAudit, browserDescribe, browserOperations, browserScopes, browserLinodes],
])(
  '%s brings everything of core, so that an app installs one package',
  (name, root, audit, describing, operations, scopes, linodes) => {
    test('its root', () => {
      const { LinodeLoginClient, ...rest } = core
      expect(root).toMatchObject(rest)
      expect(root.LinodeLoginClient.prototype).toBeInstanceOf(LinodeLoginClient)
    })

    test('its subpaths', () => {
      expect(audit).toEqual(coreAudit)
      expect(describing).toEqual(coreDescribe)
      expect(operations).toEqual(coreOperations)
      expect(scopes).toEqual(coreScopes)
      expect(linodes).toEqual(coreLinodes)
    })

    test('every subpath but the one that serves our own packages', () => {
      expect(subpathsOf(name)).toEqual(subpathsOf('core').filter((subpath) => subpath !== './internal'))
    })
  },
)

function subpathsOf(name: string): readonly string[] {
  return Object.keys(JSON.parse(readFileSync(`${repository}packages/${name}/package.json`, 'utf8')).exports)
}
