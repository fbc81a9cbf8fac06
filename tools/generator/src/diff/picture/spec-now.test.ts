import { expect, test } from 'vitest'
import { MemoryDisk } from '../../disk/memory-disk.fixture.js'
import { otherHouse, vectorSchema } from '../../house/other-house.fixture.js'
import { Faults } from '../../report/fault.js'
import { acme, filesOf } from '../../spec/acme.fixture.js'
import { readSpecNow } from './spec-now.js'

const house = { ...otherHouse, vectors: { folder: 'api/vectors', schema: 'api/schema/vectors.json' } }

test('a spec whose examples are at fault is refused, as it is by who generates from it', async () => {
  const disk = new MemoryDisk({
    ...filesOf(acme),
    'api/vectors/scopes.yaml': 'covers: 1\n',
    'api/schema/vectors.json': vectorSchema,
  })
  const read = readSpecNow({ house, disk })
  await expect(read).rejects.toBeInstanceOf(Faults)
  await expect(read).rejects.toMatchObject({ faults: [{ place: { file: 'api/vectors/scopes.yaml' } }] })
})
