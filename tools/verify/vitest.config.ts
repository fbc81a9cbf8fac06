import { defineConfig } from 'vitest/config'

/** Suites that use the packages as npm would install them: they share one installed app. */
const ofTheInstalledApp = ['cli/cli', 'editor/*', 'packed/*', 'weight/weight'].map(
  (name) => `src/${name}.test.ts`,
)

// These suites start browsers, servers, installs and compilers. Files that share a worker share what they
// import: what one changes for all, it puts back. What is built is imported as it stands.
export default defineConfig({
  test: {
    isolate: false,
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'installed',
          include: ofTheInstalledApp,
          globalSetup: 'src/packed/install-app.fixture.ts',
        },
      },
      {
        extends: true,
        test: { name: 'workspace', include: ['src/**/*.test.ts'], exclude: ofTheInstalledApp },
      },
    ],
  },
})
