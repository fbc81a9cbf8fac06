/** The page for a provider with an operation that accepts either of two scopes. */
import { diskAt, generate } from '@linode-login/tool-generator'
import { houseOf } from '../providers/generated.fixture.js'
import { root } from '../repository.js'

const spec = 'tools/generator/providers/github'

/** GitHub's few operations, of which one is given an alternative. */
export async function pageWithAlternatives(): Promise<string> {
  const real = diskAt(root)
  const disk = {
    ...real,
    list: async () => [],
    write: async () => {},
    read: async (file: string) => {
      const bytes = await real.read(file)
      if (file !== `${spec}/operations.yaml`) return bytes
      const text = new TextDecoder().decode(bytes)
      return new TextEncoder().encode(
        text.replace('declared: "repo:status"', 'declared: [["repo:status"], ["user:email"]]'),
      )
    },
  }
  const { changes } = await generate(houseOf(spec), disk, 'verify')
  const page = changes.find(({ path }) => path === 'reference/scope-picker.html')?.after
  if (page === undefined) throw new Error('the generator made no page of scopes')
  return page
}
