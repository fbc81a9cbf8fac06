import type { BrowserPage, PageStorage } from './page.js'

/** A storage of a `Map`, with the room of `limit` entries. */
export function mapStorage(limit: number = Number.POSITIVE_INFINITY): PageStorage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (entries.size >= limit && !entries.has(key)) throw new DOMException('full', 'QuotaExceededError')
      entries.set(key, value)
    },
    removeItem: (key) => {
      entries.delete(key)
    },
  }
}

/** A page at a URL, with the history that it leaves behind. */
export function pageAt(
  href: string,
  sessionStorage: PageStorage = mapStorage(),
): BrowserPage & { left: string[] } {
  const left: string[] = []
  const location = {
    href,
    assign: (url: string | URL) => {
      left.push(String(url))
    },
  }
  return {
    left,
    location,
    history: {
      state: { router: 7 },
      replaceState: (state, _, url) => {
        if (JSON.stringify(state) !== '{"router":7}') throw new Error('the history lost its state')
        location.href = new URL(url ?? '', location.href).href
      },
    },
    sessionStorage,
  }
}

/** A page that the browser keeps its storage from, as where cookies are blocked. */
export function pageWithoutStorage(href: string): ReturnType<typeof pageAt> {
  return Object.defineProperty(pageAt(href), 'sessionStorage', {
    get() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
}
