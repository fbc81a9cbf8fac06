import { expect, test } from 'vitest'
import { linode } from './linode.fixture.js'
import { fixture, Workbench } from './workbench.fixture.js'

const warned = `
Misspelt in the document, and never scopes:
  monitor:read-write: did you mean monitor:read_write? (listed, but asked for by none)
  linode:read_only: did you mean linodes:read_only? (GET /linode/instances/{linodeId}/interfaces/settings)
  ips:read: did you mean ips:read_only? (GET /networking/ipv6/ranges/{range})
  prefixlist:read_only: did you mean firewall:read_only? (GET /networking/prefixlists/{prefixListId})
  placement:read_only: did you mean linodes:read_only? (GET /placement/groups)
  default-ranges:read_only: did you mean ips:read_only? (GET /vpcs/default-ranges)
`

test.each([
  ['that knows the operations', linode],
  ['without operations', { ...linode, operations: 'operations: {}\n' }],
])(
  'each scope that Linode misspelt is a warning with what was meant, and no scope: a spec %s',
  async (_, spec) => {
    const bench = new Workbench(spec)
    const { code, printed } = await bench.bring(fixture('linode-misspelt.yaml'))
    expect(code, printed).toBe(0)
    expect(printed).toContain(warned)
    expect(bench.scopes).toBe(linode.scopes)
  },
)
