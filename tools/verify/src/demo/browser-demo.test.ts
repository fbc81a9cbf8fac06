// `npm run demo -- --browser`: a person clicks through the main job.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, howToGetIt, launch, mayGoWithout } from '../browser/chromium.fixture.js'
import { root } from '../repository.js'

describe.skipIf(chromiumPath === undefined && mayGoWithout)(`the demo in a page (${howToGetIt})`, () => {
  let demo: ChildProcess
  let browser: Browser
  let url: string

  beforeAll(async () => {
    demo = spawn(process.execPath, [`${root}tools/demo/dist/main.js`, '--browser'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = demo.stdout ? await once(demo.stdout.setEncoding('utf8'), 'data') : []
    url = /http:\S+/.exec(String(line))?.[0] ?? ''
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    demo?.kill('SIGINT')
  })

  test('it signs in through the consent page, calls the API, lets time pass and signs out', async () => {
    const page = await browser.newPage()
    await page.goto(url)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Approve' }).click()
    const log = page.locator('#log li')
    for (const [button, outcome] of [
      ['List Linodes', 'GET /linode/instances: 200'],
      ['Create a Linode', 'POST /linode/instances: 401'],
      ['Let two hours pass', 'the token has expired'],
      ['List Linodes', 'Invalid Token'],
      ['Sign out', 'the token is revoked'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await log.filter({ hasText: outcome }).waitFor()
    }
    expect(await log.first().textContent()).toBe(
      'Back from the login server: signed in with linodes:read_only',
    )
    expect(await log.count()).toBe(6)
    expect(page.url()).toBe(url)
  })

  test('it ends with Ctrl+C', async () => {
    const ended = once(demo, 'exit')
    demo.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  })
})
