// The page on which one ticks operations, in a real browser, its answers held against core's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { forOperations, type OAuthOperation, type Operation, operations } from '@linode-login/core/operations'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { inChromium, launch } from '../browser/chromium.fixture.js'
import { personal } from '../personal-operation.fixture.js'
import { root } from '../repository.js'
import { pageWithAlternatives } from './alternatives.fixture.js'

const file = join(root, 'packages/core/reference/scope-picker.html')

inChromium('the page of scopes', () => {
  let browser: Browser
  let folder: string
  let page: Page
  let errors: string[]
  let requests: string[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scope-picker-'))
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  beforeEach(async () => {
    page = await browser.newPage()
    errors = []
    requests = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => errors.push(message.text()))
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(file).href)
  })
  afterEach(async () => {
    expect(errors).toEqual([])
    await page.close()
  })

  const box = (name: string) =>
    page
      .locator('li')
      .filter({ has: page.getByText(name, { exact: true }) })
      .getByRole('checkbox')
  const answer = () => page.locator('#answer')
  const line = () => page.locator('#line').textContent()
  const scopes = () => page.locator('#answer > ul:first-child > li > code').allTextContents()

  test('what is ticked shows the scopes to ask for, in words and in code', async () => {
    expect(await answer().textContent()).toBe('Nothing is ticked.')
    await box('GET /linode/instances').check()
    await box('POST /volumes/{volumeId}/attach').check()
    expect(await scopes()).toEqual(['linodes:read_write', 'volumes:read_write'])
    expect(await answer().textContent()).toContain(
      'Volumes: read and write. See, create, change and delete your',
    )
    expect(await line()).toBe(
      'client.beginLogin({ scopes: [OAuthScopes.Linodes.readWrite, OAuthScopes.Volumes.readWrite], pending })',
    )
    await page.getByRole('button', { name: 'Untick all' }).click()
    await expect.poll(() => answer().textContent()).toBe('Nothing is ticked.')
  })

  test('an operation that takes a personal access token only is told, and is no empty set', async () => {
    await box(personal.name).check()
    expect(await answer().textContent()).toContain(`No scope opens these to an app:${personal.name}`)
    expect(await page.locator('#code').isVisible()).toBe(false)
    await box('GET /profile').check()
    expect(await answer().textContent()).toMatch(/^No scope: any token will do\.A personal access token only/)
  })

  test('the filter leaves what has all of its words: path, method, id or scope', async () => {
    const filter = page.getByRole('searchbox', { name: 'Filter' })
    const shown = () => page.locator('#operations li:visible code').allTextContents()
    await filter.fill('attach  post /volumes')
    expect(await shown()).toEqual(['POST /volumes/{volumeId}/attach'])
    expect(await page.locator('#shown').textContent()).toBe(`1 of ${operations().size} operations are shown`)
    await filter.fill('get-linode-instances')
    expect(await shown()).toEqual(['GET /linode/instances'])
    const opened = [...operations().keys()].filter(isOpen)
    await filter.fill('')
    expect(await page.locator('#operations li:visible .pat').count()).toBe(operations().size - opened.length)
    await box('GET /account').check()
    await page.getByRole('checkbox', { name: 'only ticked' }).check()
    expect(await shown()).toEqual(['GET /account'])
  })

  test('the keyboard is enough', async () => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the scopes to ask for')
    await page.getByRole('searchbox', { name: 'Filter' }).focus()
    await page.keyboard.type('GET /nowhere')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('get-domains')
    for (const _ of ['only ticked', 'untick all', 'the first box']) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await scopes()).toEqual(['domains:read_only'])
  })

  test("for any choice its answer is core's", async () => {
    const open = [...operations().keys()].filter(isOpen)
    // A generator of numbers with a seed, so that a choice that fails can be made again.
    let seed = 42
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31)
    for (let round = 0; round < 40; round += 1) {
      const places = new Set(Array.from({ length: 1 + (next() % 6) }, () => next() % open.length))
      const chosen = open.filter((_, at) => places.has(at))
      await page.evaluate((names: readonly string[]) => {
        for (const input of document.querySelectorAll<HTMLInputElement>('input[name=operation]')) {
          input.checked = names.includes(input.nextElementSibling?.textContent ?? '')
        }
        document.getElementById('operations')?.dispatchEvent(new Event('change'))
      }, chosen)
      expect([...chosen, ...(await scopes())]).toEqual([...chosen, ...forOperations(chosen)])
    }
  })

  test('it loads nothing, each control has a name, and text stands out in light and in dark', async () => {
    expect(requests).toEqual([pathToFileURL(file).href])
    await box(personal.name).check()
    await box('GET /account').check()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await page.evaluate(faintTexts)).toEqual([])
    }
    const nameless = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLInputElement | HTMLButtonElement>('input, button')].filter(
          (control) => (control.textContent || control.labels?.[0]?.textContent || '').trim() === '',
        ).length,
    )
    expect(nameless).toBe(0)
    expect(
      new Set(await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))).size,
    ).toBe(await page.locator('[id]').count())
  })

  test('where either of two sets opens an operation, the reader takes one', async () => {
    const other = join(folder, 'scope-picker.html')
    writeFileSync(other, await pageWithAlternatives())
    await page.goto(pathToFileURL(other).href)
    const status = box('GET /repos/{owner}/{repo}/commits/{ref}/status')
    expect(await status.count()).toBe(2)
    await status.first().check()
    expect(await scopes()).toEqual(['repo:status'])
    await box('GET /user/emails').check()
    expect(await scopes()).toEqual(['repo:status', 'user:email'])
    await status.first().uncheck()
    await status.last().check()
    expect(await scopes()).toEqual(['user:email'])
  })

  test('without JavaScript it is a list of what each operation needs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(pathToFileURL(file).href)
    expect(await plain.getByText('GET /linode/instances', { exact: true }).isVisible()).toBe(true)
    expect(await plain.getByText('Ticking needs JavaScript').isVisible()).toBe(true)
    await context.close()
  })
})

function isOpen(operation: Operation): operation is OAuthOperation {
  return operations().get(operation)?.needs !== 'pat'
}

/** Texts that stand out less than WCAG 2.2 AA asks, 4.5 to 1. It runs in the page. */
function faintTexts(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const luminance = (color: string) => {
    if (canvas === null) return 0
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const backgroundOf = (element: Element | null): string => {
    const color = element === null ? 'white' : getComputedStyle(element).backgroundColor
    return element !== null && color === 'rgba(0, 0, 0, 0)' ? backgroundOf(element.parentElement) : color
  }
  return [...document.querySelectorAll('h1, h2, h3, p, a, legend, label, code, span, button')]
    .filter((element) => (element.textContent ?? '').trim() !== '')
    .filter((element) => {
      const [one, other] = [getComputedStyle(element).color, backgroundOf(element)].map(luminance)
      const [light, dark] = [Math.max(one ?? 0, other ?? 0), Math.min(one ?? 0, other ?? 0)]
      return (light + 0.05) / (dark + 0.05) < 4.5
    })
    .map((element) => `${element.tagName}: ${element.textContent}`)
}
