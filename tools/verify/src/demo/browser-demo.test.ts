// `npm run demo -- --browser`: a person clicks through the main job.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inChromium, launch } from '../browser/chromium.fixture.js'
import { root } from '../repository.js'

inChromium('the demo in a page', () => {
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

  test('a person signs in, calls the API, lets time pass, refreshes and signs out, and every check holds', async () => {
    const page = await browser.newPage()
    await page.goto(url)
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.locator('body').textContent()).toContain('Demo')
    expect(await page.locator('[data-scope="linodes:read_only"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Approve' }).click()
    const enabled = () => page.locator('#steps button:enabled').allTextContents()
    const steps = page.locator('#log .step')
    for (const [button, checks, next] of [
      ['Call the API', 3, ['Call the API', 'Let two hours pass', 'Sign out']],
      ['Let two hours pass', 2, ['Refresh']],
      ['Refresh', 3, ['Call the API', 'Let two hours pass', 'Sign out']],
      ['Sign out', 3, ['Sign in']],
    ] as const) {
      await page.getByRole('button', { name: button, disabled: false }).click()
      await page.locator('#steps button:enabled').first().waitFor()
      await expect.poll(enabled).toEqual(next)
      expect(await steps.last().locator('.held').count()).toBe(checks)
    }
    expect(await page.locator('#log .failed').count()).toBe(0)
    expect(page.url()).toBe(url)

    const told = stepsInTheTerminal()
    expect(await steps.count()).toBe(told.length)
    expect(await steps.evaluateAll((items) => items.map((item) => item.firstChild?.textContent))).toEqual(
      told.map(({ title }) => title),
    )
    const claims = await page.locator('#log .held').allTextContents()
    const missing = told.flatMap(({ checks }) => checks).filter((check) => !claims.includes(check))
    // A person sees that on the page, as did this test.
    expect(missing).toEqual(['✓ the page names the app and what it asks for'])

    const requests = await page.locator('#log .request').allTextContents()
    expect(requests.map((line) => /^→ (\w+ [\w/]+)/.exec(line)?.[1])).toEqual([
      'GET /oauth/authorize',
      'POST /consent',
      'POST /oauth/token',
      'GET /v4/linode/instances',
      'POST /v4/linode/instances',
      'GET /v4/linode/instances',
      'POST /oauth/token',
      'GET /v4/linode/instances',
      'POST /oauth/revoke',
      'GET /v4/linode/instances',
      'POST /oauth/token',
    ])
    const answers = await page.locator('#log .answer').allTextContents()
    expect(answers.slice(0, 2)).toEqual([
      '← a page',
      expect.stringMatching(
        /^← Location: http:\/\/127\.0\.0\.1:\d+\/\?code=\w{4}…\w{4}&state=[\w-]+…[\w-]+$/,
      ),
    ])
    expect(requests[0]).toMatch(/&state=[\w-]+…[\w-]+$/)
    expect(requests[1]).toMatch(/ticket=\w{4}…\w{4} {2}decision=approve$/)
    const shown = await page.locator('#log').evaluate((log) => log.textContent ?? '')
    expect(shown.match(/invalid_grant/g)?.length).toBeGreaterThan(0)
    expect(shown).not.toMatch(/[0-9a-f]{20}|[\w-]{40}/)
  })

  test('a wrong answer shows as a check that failed', async () => {
    const page = await browser.newPage()
    await page.goto(url)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Approve' }).click()
    const failed = page.locator('#log .failed')
    await page.route('**/v4/linode/instances', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        status: route.request().method() === 'POST' ? 200 : answer.status(),
      })
    })
    await page.getByRole('button', { name: 'Call the API', disabled: false }).click()
    await failed.first().waitFor()
    expect(await failed.allTextContents()).toEqual([expect.stringContaining('it does not suffice')])
  })

  test('it ends with Ctrl+C', async () => {
    const ended = once(demo, 'exit')
    demo.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  })
})

/** The steps of the demo without a browser, and what it checks in each. */
function stepsInTheTerminal(): readonly { readonly title: string; readonly checks: readonly string[] }[] {
  const { stdout } = spawnSync(process.execPath, [`${root}tools/demo/dist/main.js`], { encoding: 'utf8' })
  return stdout
    .split(/^\d+\. /m)
    .slice(1)
    .map((step) => ({
      title: step.split('\n', 1)[0] ?? '',
      checks: (step.match(/✓ .*$/gm) ?? []).map(String),
    }))
}
