import { FakeLogin } from '@linode-login/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AppServer, startApp } from './app-server.fixture.js'
import { inChromium, launch } from './chromium.fixture.js'

inChromium('sign-in in a real browser', () => {
  let browser: Browser
  let context: BrowserContext
  let app: AppServer
  let login: FakeLogin
  let callback: string

  beforeAll(async () => {
    ;[browser, app, login] = await Promise.all([launch(), startApp(), FakeLogin.start()])
    callback = `${app.origin}/callback`
    app.options = { ...registerApp(login), baseUrl: login.url, redirectUri: callback }
    context = await browser.newContext()
  })

  afterAll(async () => {
    await browser?.close()
    await app?.[Symbol.asyncDispose]()
    await login?.stop()
  })

  // What a login keeps, it keeps in its tab.
  afterEach(() => Promise.all(context.pages().map((page) => page.close())))

  function registerApp(server: FakeLogin): { clientId: string } {
    const { clientId } = server.registerClient({ redirectUri: callback, public: true })
    return { clientId }
  }

  async function openApp(): Promise<Page> {
    const page = await context.newPage()
    await page.goto(app.origin)
    expect(await outcome(page)).toBe('signed out')
    return page
  }

  /** What the app made of the page that it is on. */
  async function outcome(page: Page): Promise<string> {
    return (await page.locator('body[data-outcome]').getAttribute('data-outcome')) ?? ''
  }

  // Not awaited in the page, which may be gone before there is anything to answer.
  const signIn = (page: Page) => page.evaluate(() => void window.signIn(['linodes:read_only']))

  /** Sends a tab to the login; its callback comes to the test, not to the tab, which stays where it was. */
  async function begin(page: Page): Promise<string> {
    const url = app.nextCallback()
    await signIn(page)
    return url
  }

  async function visit(page: Page, url: string): Promise<string> {
    await page.goto(url)
    return outcome(page)
  }

  const exchanges = () => login.requests.all('exchange').length

  const signedIn = 'signed in: linodes:read_only'

  test('a user signs in, by way of another origin', async () => {
    const page = await openApp()
    await signIn(page)
    await page.waitForURL((url) => url.pathname === '/callback')
    expect(await outcome(page)).toBe(signedIn)
    expect(await page.evaluate(() => window.token?.accessToken)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('C38 X3 the callback leaves a clean URL, and no trace in the history of the tab', async () => {
    const page = await openApp()
    await signIn(page)
    await page.waitForURL(callback)
    expect(await outcome(page)).toBe(signedIn)
    const session = await context.newCDPSession(page)
    const { entries } = await session.send('Page.getNavigationHistory')
    expect(entries.map(({ url }) => url)).toEqual(['about:blank', `${app.origin}/`, callback])
  })

  test("C38 the app's own parameters and hash stay", async () => {
    const page = await openApp()
    const url = await begin(page)
    expect(await visit(page, `${url}&tab=a%20b#part`)).toBe(signedIn)
    expect(page.url()).toBe(`${callback}?tab=a%20b#part`)
  })

  test("C38 C9 the host adds a slash to this login's own redirect URI: signed in, and the URL is clean", async () => {
    const folder = `${app.origin}/folder`
    const { clientId } = login.registerClient({ redirectUri: folder, public: true })
    const before = app.options
    app.options = { ...before, clientId }
    try {
      const page = await openApp()
      await page.evaluate((uri) => void window.signIn(['linodes:read_only'], uri), folder)
      await page.waitForURL((url) => url.pathname === '/folder/')
      expect(await outcome(page)).toBe(signedIn)
      expect(page.url()).toBe(`${folder}/`)
      expect(login.requests.all('exchange').at(-1)?.parameters['redirect_uri']).toBe(folder)
    } finally {
      app.options = before
    }
  })

  test('C38 the host escapes the path differently: signed in, and the URL is clean', async () => {
    const page = await openApp()
    const url = await begin(page)
    expect(await visit(page, url.replace('/callback', '/%63allback'))).toBe(signedIn)
    expect(page.url()).toBe(`${app.origin}/%63allback`)
  })

  test('C38 X2 the callback page loads nothing foreign, and the token request has no Referer', async () => {
    const page = await openApp()
    const url = await begin(page)
    const requests = new Set<string>()
    page.on('request', (request) => requests.add(`${request.method()} ${request.url()}`))
    expect(await visit(page, url)).toBe(signedIn)
    // The event of the login page's own request can come late: it is told by standing before the callback.
    const sent = [...requests]
    expect(sent.slice(sent.indexOf(`GET ${url}`))).toEqual([
      `GET ${url}`,
      `GET ${app.origin}/script.js`,
      `POST ${login.url}/oauth/token`,
    ])
    const exchange = login.requests.all('exchange').at(-1)
    expect(exchange?.headers).not.toHaveProperty('referer')
    expect(exchange?.headers).not.toHaveProperty('cookie')
  })

  test('X1 nothing stays behind: no token in any storage, no cookie, no pending login', async () => {
    const kept = (page: Page) =>
      page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        cookie: document.cookie,
        databases: (await indexedDB.databases()).length,
      }))
    const page = await openApp()
    const url = await begin(page)
    expect(await kept(page)).toEqual({ local: 0, session: 1, cookie: '', databases: 0 })
    expect(await visit(page, url)).toBe(signedIn)
    expect(await kept(page)).toEqual({ local: 0, session: 0, cookie: '', databases: 0 })
  })

  test('C7 K5 K13 the callback reloaded, or opened again, makes no second token request', async () => {
    const page = await openApp()
    const url = await begin(page)
    const before = exchanges()
    expect(await visit(page, url)).toBe(signedIn)
    await page.reload()
    expect(await outcome(page)).toBe('signed out')
    expect(await visit(page, url)).toBe('refused: state_unknown')
    expect(page.url()).toBe(callback)
    expect(exchanges() - before).toBe(1)
  })

  test('C19 K6 the callback of another browser is refused, and stays good for its own', async () => {
    const [page, attacker] = [await openApp(), await browser.newContext()]
    const url = await begin(page)
    const before = exchanges()
    const foreign = await attacker.newPage()
    expect(await visit(foreign, url)).toBe('refused: state_unknown')
    expect(foreign.url()).toBe(callback)
    expect(exchanges() - before).toBe(0)
    expect(await visit(page, url)).toBe(signedIn)
    await attacker.close()
  })

  test('C19 the callback of another tab is refused too, and stays good for its own', async () => {
    const [page, other] = [await openApp(), await openApp()]
    const url = await begin(page)
    expect(await visit(other, url)).toBe('refused: state_unknown')
    expect(await visit(page, url)).toBe(signedIn)
  })

  test('K7 C26 a forged error uses no pending login up', async () => {
    const page = await openApp()
    const url = await begin(page)
    expect(await visit(page, `${callback}?error=access_denied&state=${'x'.repeat(43)}`)).toBe(
      'refused: state_unknown',
    )
    expect(page.url()).toBe(callback)
    expect(await visit(page, url)).toBe(signedIn)
  })

  test('K14 two tabs both succeed', async () => {
    const tabs = [await openApp(), await openApp()]
    const urls: string[] = []
    for (const tab of tabs) urls.push(await begin(tab))
    const outcomes = await Promise.all(tabs.map((tab, index) => visit(tab, urls[index] ?? '')))
    expect(outcomes).toEqual([signedIn, signedIn])
  })

  test('several logins at once in one tab all succeed, in any order', async () => {
    const page = await openApp()
    const urls = [await begin(page), await begin(page), await begin(page)]
    for (const url of urls.toReversed()) expect(await visit(page, url)).toBe(signedIn)
  })

  // A hundred, which is five times the work, are begun in the suite of the package.
  test('K15 of more logins begun and left than are kept, twenty entries stay', async () => {
    const page = await openApp()
    const url = await begin(page)
    for (let n = 0; n < 22; n += 1) await begin(page)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(20)
    expect(await visit(page, url)).toBe('refused: state_unknown')
  })

  describe('with a consent page', () => {
    let asking: FakeLogin
    let before: object

    beforeAll(async () => {
      asking = await FakeLogin.start({ consent: 'page' })
      before = app.options
      app.options = { ...registerApp(asking), baseUrl: asking.url, redirectUri: callback }
    })

    afterAll(async () => {
      app.options = before
      await asking.stop()
    })

    test('a user who approves is signed in', async () => {
      const page = await openApp()
      await signIn(page)
      await page.getByRole('button', { name: 'Approve' }).click()
      await page.waitForURL(callback)
      expect(await outcome(page)).toBe(signedIn)
    })

    test('C38 of a user who declines the app is told, and the URL is clean', async () => {
      const page = await openApp()
      await signIn(page)
      await page.getByRole('button', { name: 'Deny' }).click()
      await page.waitForURL(callback)
      expect(await outcome(page)).toBe('refused: access_denied')
    })
  })
})
