/** As much of a browser as a login needs: it keeps cookies by host and is told what to visit. */
export class UserAgent {
  readonly #cookies = new Map<string, Map<string, string>>()

  /**
   * Asks for a URL, with the cookies of its host, and keeps those that come. Redirects are left to the
   * caller.
   */
  async visit(url: string, method = 'GET'): Promise<Response> {
    const jar = this.cookies(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: cookie === '' ? {} : { cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }

  /**
   * Follows redirects from a URL to the first that begins as told, and gives that one without visiting it.
   */
  async follow(from: string, until: string): Promise<string> {
    let url = from
    for (let step = 0; !url.startsWith(until); step += 1) {
      const location = (await this.visit(url)).headers.get('location')
      if (location === null || step === 10) throw new Error(`the way ends before ${until}`)
      url = new URL(location, url).href
    }
    return url
  }

  /** The cookies of a URL's host: they know no port. */
  cookies(url: string): Map<string, string> {
    const { hostname } = new URL(url)
    const jar = this.#cookies.get(hostname) ?? new Map<string, string>()
    this.#cookies.set(hostname, jar)
    return jar
  }
}
