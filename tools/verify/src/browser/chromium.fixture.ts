import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The Chromium of this machine: the one that CHROMIUM names, else the first on the PATH. */
export const chromiumPath: string | undefined =
  process.env['CHROMIUM'] ?? names.map(which).find((path) => path !== '')

/** Whether the suites that need it may be passed over. In CI they may not. */
export const mayGoWithout: boolean = process.env['CI'] !== 'true'

/** What to tell whoever has none. */
export const howToGetIt = 'needs Chromium: apt-get install chromium, or CHROMIUM=/path/to/it'

/** Starts it, without a window and without traffic of its own. */
export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(`This suite ${howToGetIt}`)
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
}

function which(name: string): string {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
