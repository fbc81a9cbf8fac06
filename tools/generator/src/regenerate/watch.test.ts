import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskAt } from '../disk/disk.js'
import { otherHouse } from '../house/other-house.fixture.js'
import type { Format } from '../report/render.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import { watchAll } from './watch.js'

let folder: string
let stop: AbortController

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generator-'))
  stop = new AbortController()
})

afterEach(() => rm(folder, { recursive: true }))

test.each<[Format, readonly RegExp[]]>([
  [
    'text',
    [/^watching api, .*, until Ctrl-C\n$/, / in all\n$/, /; nothing was written\n$/, / are current\n$/],
  ],
  ['json', [/^\{"faults":\[\],.*\}\n$/, /^\{"faults":\[\{.*\}\n$/, /^\{"faults":\[\],.*\}\n$/]],
  [
    'editor',
    [
      /^Starting\.\.\.\nDone\. Watching for changes\.\n$/,
      /^Starting\.\.\.\n(?:\S+:\d+:\d+: error: .*\n)+Done\. Watching for changes\.\n$/,
      /^Starting\.\.\.\nDone\. Watching for changes\.\n$/,
    ],
  ],
])('each report replaces the one before, as %s', async (format, reports) => {
  const disk = diskAt(folder)
  for (const [file, text] of Object.entries(filesOf(acme))) await disk.write(file, text)
  const printed: string[] = []
  const save = (text: string) => writeFile(join(folder, otherHouse.spec.scopes), text)
  const print = (text: string) => {
    printed.push(text)
    const next = printed.length - reports.length
    if (next === -2) void save('levels: 1\n')
    if (next === -1) void save(acme.scopes)
    if (next === 0) stop.abort()
  }
  const surroundings = { house: otherHouse, disk, engine: 'engine', print, style: { format } }
  await watchAll(surroundings, folder, stop.signal)
  expect(printed).toEqual(reports.map((report) => expect.stringMatching(report)))
})
