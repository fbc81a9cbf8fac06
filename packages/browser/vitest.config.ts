import { defineConfig } from 'vitest/config'

// No test shares state with another, so files share a worker and what they import, and what is built is
// imported as it stands.
export default defineConfig({
  test: { isolate: false, server: { deps: { external: [/\/dist\//] } } },
})
