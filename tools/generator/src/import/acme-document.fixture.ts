import { expect } from 'vitest'
import { acme } from '../spec/acme.fixture.js'
import { fileWith } from './file-with.fixture.js'
import type { Plan } from './plan/plan.js'
import { Workbench } from './workbench.fixture.js'

/** A document of Acme's with some paths. */
export function document(
  paths: string,
  { version = '4.0.0', listed = 'box:read, box:write, gift_card:write, offline' } = {},
): string {
  const scopes = listed.split(', ').map((scope) => `'${scope}': ''`)
  return `
openapi: 3.0.1
info: { title: Acme, version: ${version} }
paths: { ${paths} }
components: { securitySchemes: { pat: { type: http }, oauth: { type: oauth2, flows: { x: { scopes: { ${scopes} } } } } } }
`
}

/** Paths that declare just what Acme's spec holds. */
export const same = `
  /boxes: { get: { operationId: list-boxes, security: [{ oauth: ['box:read'] }] },
            post: { operationId: post-box, security: [{ oauth: ['box:read'] }] } },
  '/boxes/{id}': { get: { operationId: get-box, security: [{ oauth: ['boxx:read'] }] } },
  /gifts: { post: { operationId: post-gift, security: [{ oauth: ['gift_card:write', 'box:write'] }, { oauth: ['*'] }] } },
  /open: { get: { operationId: get-open, security: [] } },
  /quiet: { get: { operationId: get-quiet, security: [{ oauth: ['box:read'] }] } },
  /me: { get: { operationId: get-me, security: [{ oauth: [] }] } },
  /mine: { get: { operationId: get-mine, security: [{ pat: [] }] } }`

/** A newer document, with a family and an operation more. */
export const newer: string = document(
  `${same}, /rockets: { get: { operationId: list-rockets, security: [{ oauth: ['rocket:read'] }] } }`,
  { listed: 'box:read, box:write, gift_card:write, offline, rocket:read, rocket:write' },
)

/** What an import did. */
interface Effect {
  /** The lines of the operations' file that are no longer there, and those that are new. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
  readonly decisions: readonly string[]
  /** What the decisions are about, in one list. */
  readonly about: readonly string[]
  readonly bench: Workbench
}

/** What an import of the same paths, some of them edited, does to the operations, and what it asks. */
export async function afterEdit(from: string, to: string, ...options: string[]): Promise<Effect> {
  if (!same.includes(from)) throw new Error(`no ${from}`)
  const bench = new Workbench()
  const file = await fileWith(document(same.replace(from, to), { version: '3.2.1' }))
  const { code, printed } = await bench.bring(file, '--json', ...options)
  expect(code, printed).toBe(0)
  const { decisions }: Pick<Plan, 'decisions'> = JSON.parse(printed)
  const [old, now] = [acme.operations.split('\n'), bench.operations.split('\n')]
  const again = await bench.bring(file, '--json', ...options)
  expect(JSON.parse(again.printed).files).toEqual([])
  return {
    gone: old.filter((line) => !now.includes(line)).map((line) => line.trim()),
    come: now.filter((line) => !old.includes(line)).map((line) => line.trim()),
    decisions: decisions.map(({ what }) => what),
    about: decisions.flatMap(({ about }) => about),
    bench,
  }
}
