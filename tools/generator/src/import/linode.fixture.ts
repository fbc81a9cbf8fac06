import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { PerPart } from '../spec/documents.js'
import { fixture } from './workbench.fixture.js'

function readSpec(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../../spec', name), 'utf8')
}

/** Linode's spec, as it stands in this repository. */
export const linode: PerPart<string> = {
  endpoints: readSpec('endpoints.yaml'),
  scopes: readSpec('scopes.yaml'),
  operations: readSpec('operations.yaml'),
}

/** Its scopes without the families that documents list since 4.234.0. */
export const withoutNewest: string = linode.scopes.replace(
  / {2}child_account:\n( {4}.*\n)+ {2}databases:\n( {4}.*\n)+/,
  '',
)

/** The scopes that one of our documents lists. */
export function listedBy(name: string): string[] {
  const flow = parse(readFileSync(fixture(name), 'utf8')).components.securitySchemes.oauth.flows
    .authorizationCode
  return Object.keys(flow.scopes)
}
