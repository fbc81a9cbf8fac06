import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** What came of a block of the documentation in a page. */
export interface PageRun {
  /** What was thrown in the page, or written to its console as an error. */
  readonly errors: readonly string[]
  /** Where the page's button led to, less the query; none without a button. */
  readonly leftFor: string | undefined
}

const app = 'https://app.example/'

/**
 * Runs a bundled block in an empty page of an app, and presses the button that it makes.
 * Nothing leaves the machine.
 */
export async function runInPage(browser: Browser, bundle: string): Promise<PageRun> {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.route('**', (route) => route.fulfill({ status: 204 }))
  await page.route(app, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.route(`${app}block.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: readFileSync(bundle, 'utf8') }),
  )
  await page.goto(app)
  await page.locator('body[data-ran]').waitFor({ state: 'attached' })
  const button = page.getByRole('button')
  let leftFor: string | undefined
  if ((await button.count()) > 0) {
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.isNavigationRequest()),
      button.click(),
    ])
    leftFor = request.url().replace(/\?.*/, '')
  }
  await page.close()
  return { errors, leftFor }
}

// The second script waits for the first, which may await.
const html = `<!doctype html><html lang="en"><head><title>App</title><link rel="icon" href="data:,"></head>
<body><script type="module">
await import('/block.js').finally(() => document.body.setAttribute('data-ran', ''))
</script></body></html>`
