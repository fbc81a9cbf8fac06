import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { linode, listedBy } from './linode.fixture.js'
import { fileWith, openApiOf } from './openapi-of.fixture.js'
import { fixture, Workbench, warningsIn } from './workbench.fixture.js'

const misspelt = [
  ['monitor:read-write', 'monitor:read_write'],
  ['ips:read', 'ips:read_only'],
  ['prefixlist:read_only', 'firewall:read_only'],
  ['linode:read_only', 'linodes:read_only'],
  ['default-ranges:read_only', 'ips:read_only'],
]

test("the document that Linode's operations were taken from changes nothing, and the next one its version alone", async () => {
  const bench = new Workbench(linode)
  const operations = parse(linode.operations)
  const now = await fileWith(openApiOf(operations, '4.229.1', listedBy('linode-4.229.1.yaml')))
  const { code, printed } = await bench.bring(now, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ files: [], changes: [], decisions: [] })
  expect(warningsIn(printed)).toEqual(misspelt)
  expect(bench.disk.touched).toEqual([])

  const next = await fileWith(openApiOf(operations, '4.234.0', listedBy('linode-4.234.0.yaml')))
  expect(warningsIn((await bench.bring(next, '--json')).printed)).toEqual(misspelt.slice(1))
  expect(bench.operations).toBe(linode.operations.replace('version: 4.229.1', 'version: 4.234.0'))
  expect(bench.scopes).toBe(linode.scopes)
}, 60_000)

test('our small documents declare of operations what the spec holds', async () => {
  const bench = new Workbench(linode)
  for (const name of ['linode-4.229.1.yaml', 'linode-4.234.0.yaml']) {
    const { changes } = JSON.parse((await bench.bring(fixture(name), '--json')).printed)
    expect(changes).toEqual([])
  }
}, 60_000)
