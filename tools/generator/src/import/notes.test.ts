// A note that explains what an operation declared, once a document declares something else.
import { expect, test } from 'vitest'
import { otherHouse } from '../house/other-house.fixture.js'
import { afterEdit, document, same } from './acme-document.fixture.js'
import { fileWith } from './file-with.fixture.js'
import type { Workbench } from './workbench.fixture.js'

const from = "post-box, security: [{ oauth: ['box:read'] }]"

/** A document in which the operation with the note asks for other scopes. */
function asking(scope: string, version = '3.2.1'): Promise<string> {
  return fileWith(document(same.replace(from, from.replace('box:read', scope)), { version }))
}

async function askedBy(bench: Workbench, file: string): Promise<readonly string[]> {
  const { decisions } = JSON.parse((await bench.bring(file, '--json')).printed)
  return decisions.flatMap(({ about }: { about: readonly string[] }) => about)
}

function lineOf(bench: Workbench): string | undefined {
  return /POST \/boxes:.*/.exec(bench.operations)?.[0]
}

test('each import asks whether the note still holds, an older one too, until the mark is taken out', async () => {
  const { bench, about } = await afterEdit(from, from.replace('box:read', 'box:write'))
  expect(about).toEqual(['POST /boxes: box:write'])
  for (const version of ['3.2.1', '3.3.0', '1.0.0'])
    expect(await askedBy(bench, await asking('box:write', version))).toEqual(about)
  bench.disk.files.set(otherHouse.spec.operations, bench.operations.replace('guessed: note, ', ''))
  expect(await askedBy(bench, await asking('box:write', '3.3.0'))).toEqual([])
})

test('while it is asked about, the note stays through further declarations, guesses among them', async () => {
  const spec = await afterEdit(from, from.replace('box:read', 'box:write'))
  const { bench } = spec
  const entry = bench.operations.replace("recorded: 'box:write', ", '')
  bench.disk.files.set(otherHouse.spec.operations, entry)
  for (const [scope, asked] of [
    ['boks:write', 'POST /boxes: boks:write → box:write'],
    ['box:read', 'POST /boxes: box:read → box:write'],
  ] as const) {
    expect(await askedBy(bench, await asking(scope))).toEqual([asked])
    expect(lineOf(bench)).toContain('guessed: note, id: post-box, note: Seen. }')
    expect(await askedBy(bench, await asking(scope))).toEqual([asked])
  }
})
