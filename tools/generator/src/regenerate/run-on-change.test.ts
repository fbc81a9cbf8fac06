import { mkdirSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { foldersIn } from './folder-watch.js'
import { runOnChange } from './run-on-change.js'

/** On a busy machine the system tells of a save late. */
const patiently = { timeout: 20_000 }

let folder: string
let stop: AbortController

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generator-'))
  await mkdir(join(folder, 'schema'))
  stop = new AbortController()
})

afterEach(() => rm(folder, { recursive: true }))

test('it runs once, again after a save of whatever kind, and ends with the signal', async () => {
  const run = vi.fn(async () => {})
  const runsAfter = async (save: () => Promise<unknown>) => {
    const before = run.mock.calls.length
    await save()
    await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThan(before), patiently)
  }
  const watching = runOnChange(() => [folder, join(folder, 'schema')], stop.signal, run)
  await runsAfter(async () => {})
  for (let time = 0; time < 12; time += 1) await runsAfter(() => writeFile(join(folder, 'a.yaml'), `${time}`))
  await runsAfter(() => writeFile(join(folder, 'schema/b.json'), 'b'))
  await runsAfter(async () => {
    await writeFile(join(folder, 'a.yaml.new'), 'c')
    await rename(join(folder, 'a.yaml.new'), join(folder, 'a.yaml'))
  })
  stop.abort()
  await watching
})

test('a save during a run leads to one more, never to two at once', async () => {
  let running = 0
  let most = 0
  const release: (() => void)[] = []
  const run = vi.fn(async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => release.push(resolve))
    running -= 1
  })
  const watching = runOnChange(() => [folder], stop.signal, run)
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), patiently)
  await writeFile(join(folder, 'a.yaml'), 'a')
  release.shift()?.()
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), patiently)
  await writeFile(join(folder, 'a.yaml'), 'b')
  stop.abort()
  release.shift()?.()
  await watching
  expect(run).toHaveBeenCalledTimes(2)
  expect(most).toBe(1)
})

test('a run learns whether something was saved since it began', async () => {
  const told: boolean[] = []
  const watching = runOnChange(
    () => [folder],
    stop.signal,
    async (settled) => {
      if (told.length === 0) await writeFile(join(folder, 'a.yaml'), 'half')
      told.push(await settled())
      if (told.length === 2) stop.abort()
    },
  )
  await watching
  expect(told).toEqual([false, true])
})

test('a folder that is taken away, with the one that holds it, is watched again when it is back', async () => {
  const run = vi.fn(async () => {})
  const runsAfter = async (change: () => Promise<unknown>) => {
    const before = run.mock.calls.length
    await change()
    await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThan(before), patiently)
  }
  const deep = join(folder, 'deep')
  const watching = runOnChange(() => [deep, join(deep, 'schema')], stop.signal, run)
  await runsAfter(async () => {})
  await runsAfter(() => mkdir(join(deep, 'schema'), { recursive: true }))
  for (let time = 0; time < 3; time += 1) {
    await runsAfter(() => writeFile(join(deep, 'schema/b.json'), `${time}`))
    await runsAfter(() => writeFile(join(deep, 'a.yaml'), `${time}`))
    await runsAfter(() => rm(deep, { recursive: true }))
    await runsAfter(() => mkdir(deep))
    await runsAfter(() => mkdir(join(deep, 'schema')))
    await runsAfter(async () => {
      rmSync(deep, { recursive: true })
      mkdirSync(join(deep, 'schema'), { recursive: true })
    })
  }
  stop.abort()
  await watching
})

test('a folder that comes later, and what is in it, is watched too', async () => {
  const run = vi.fn(async () => {})
  const runsAfter = async (change: () => Promise<unknown>) => {
    const before = run.mock.calls.length
    await change()
    await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThan(before), patiently)
  }
  const watching = runOnChange(() => foldersIn(folder), stop.signal, run)
  await runsAfter(async () => {})
  for (let time = 0; time < 3; time += 1) {
    await runsAfter(() => mkdir(join(folder, 'new/deep'), { recursive: true }))
    await runsAfter(() => writeFile(join(folder, 'new/a.yaml'), `${time}`))
    await runsAfter(() => writeFile(join(folder, 'new/deep/b.yaml'), `${time}`))
    await runsAfter(() => rm(join(folder, 'new'), { recursive: true }))
  }
  // A file in the folder's place is for the run to tell.
  await runsAfter(async () => {
    await rm(folder, { recursive: true })
    await writeFile(folder, 'no folder')
  })
  await runsAfter(async () => {
    await rm(folder)
    await mkdir(folder)
  })
  stop.abort()
  await watching
})

test('a file behind a link is seen saved in every way, also once it was away, and links in a circle hinder nobody', async () => {
  const run = vi.fn(async () => {})
  const runsAfter = async (change: () => Promise<unknown>) => {
    const before = run.mock.calls.length
    await change()
    await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThan(before), patiently)
  }
  const [spec, elsewhere] = [join(folder, 'spec'), join(folder, 'elsewhere')]
  const file = join(elsewhere, 'a.yaml')
  await Promise.all([mkdir(spec), mkdir(elsewhere)])
  await writeFile(file, '')
  await symlink('../elsewhere/link', join(spec, 'a.yaml'))
  await symlink('a.yaml', join(elsewhere, 'link'))
  await symlink('two', join(spec, 'one'))
  await symlink('one', join(spec, 'two'))
  const watching = runOnChange(() => [spec, join(spec, 'one')], stop.signal, run)
  await runsAfter(async () => {})
  for (let time = 0; time < 3; time += 1) {
    await runsAfter(() => writeFile(file, `${time}`))
    await runsAfter(async () => {
      await writeFile(`${file}.new`, `${time} and renamed`)
      await rename(`${file}.new`, file)
    })
    await runsAfter(() => rm(file))
    await runsAfter(() => writeFile(file, `${time} and back`))
    await runsAfter(() => rm(elsewhere, { recursive: true }))
    await runsAfter(() => mkdir(elsewhere))
    await runsAfter(() => symlink('a.yaml', join(elsewhere, 'link')))
    await runsAfter(() => writeFile(file, ''))
  }
  stop.abort()
  await watching
})
