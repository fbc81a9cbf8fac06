import { expect, test } from 'vitest'
import { otherHouse } from '../house/other-house.fixture.js'
import { run } from './command.js'
import { Workbench } from './workbench.fixture.js'

test.each([
  [[], 'import needs openapi first, the kind of document, not nothing'],
  [['postman', 'a'], 'import needs openapi first, the kind of document, not postman'],
  [['openapi'], 'import openapi needs a file or an address'],
  [['openapi', 'a', 'b'], 'import openapi reads one document, not 2'],
  [['openapi', 'a', '--dryrun'], 'there is no option --dryrun: did you mean --dry-run?'],
  [['openapi', 'a', '--remove=yes'], '--remove takes no value'],
  [
    ['openapi', 'a', '--as', 'new'],
    '--as needs a version such as 4.240.0, or a month such as 2026-11, not new',
  ],
  [['openapi', 'a', '--as='], '--as needs a version such as 4.240.0, or a month such as 2026-11'],
  [['openapi', 'a', '--root', '--dry-run'], '--root needs a folder'],
  [['openapi', 'a/b.yaml', '--root', 'c'], 'the document does not stand in c'],
  [['openapi', 'https://api.example/a', '--root=.'], '--root is for files: a server is one root'],
  [['openapi', 'http://elsewhere.example/'], 'http://elsewhere.example/ is not asked'],
])('wrong use is told: %j', async (args, expected) => {
  const { disk } = new Workbench()
  const running = run(args, { house: otherHouse, disk, engine: '', print: () => {} })
  await expect(running).rejects.toThrow(expected)
  await expect(running).rejects.toHaveProperty('name', 'UsageError')
})
