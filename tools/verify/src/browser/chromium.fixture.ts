import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'
import { describe } from 'vitest'
import { inCi } from '../ci.js'

/** First the one that has no window to begin with: the others take two to three times as much of a processor. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/** The Chromium of this machine: the one that CHROMIUM names, else the first on the PATH. */
const chromiumPath: string | undefined =
  process.env['CHROMIUM'] ?? names.map(which).find((path) => path !== '')

const howToGetIt = 'needs Chromium: apt-get install chromium-headless-shell, or CHROMIUM=/path/to/it'

/** Tests in Chromium. Without one they are skipped, and their names say so; in CI they fail. */
export function inChromium(name: string, suite: () => void): void {
  if (chromiumPath !== undefined || inCi) describe(name, suite)
  else describe.skip(`${name} (${howToGetIt})`, suite)
}

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
