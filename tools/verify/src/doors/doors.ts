// Who may import whom. Doors open to the right only: core ▸ node, browser, testing ▸ tools.
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser'

type Rule = IForbiddenRuleType & { readonly name: string }

const unshipped = '\\.(test|fixture)\\.ts$'

/** The folders, and files beside them, of rooms that have layers, the lowest first. */
const layers = {
  'packages/core/src': [
    'wire',
    'provider',
    'generated',
    'errors',
    'arguments',
    'scopes',
    'transport',
    'login',
    'tokens',
    'client',
    'audit',
    'operations',
  ],
  'tools/generator/src': [
    'collections',
    'reuse',
    'report',
    'spec',
    'disk',
    'signature',
    'house',
    'inputs',
    'model',
    'load',
    'validate',
    'emit',
    'write',
    'memory',
    'navigation',
    'command',
    'diff',
    'make',
    'generate',
    'regenerate',
    'import',
  ],
} as const

export const rules: readonly Rule[] = [
  {
    name: 'core-imports-nothing',
    comment: 'core stands on fetch, URL and crypto: no package and no runtime',
    severity: 'error',
    from: { path: '^packages/core/src/', pathNot: unshipped },
    to: { pathNot: '^packages/core/src/' },
  },
  {
    name: 'core-tests-know-core-alone',
    comment: "a package's own tests use that package and what it imports",
    severity: 'error',
    from: { path: '^packages/core/src/' },
    to: { path: '^(packages/(?!core/)|tools/)' },
  },
  ...Object.entries(layers).flatMap(([room, names]) =>
    names.map(
      (name, place): Rule => ({
        name: 'rooms-have-layers',
        comment: 'a folder imports those below it alone, so that no circle closes',
        severity: 'error',
        from: { path: `^${room}/${name}[/.]`, pathNot: unshipped },
        to: { path: `^${room}/`, pathNot: `^${room}/(${names.slice(0, place + 1).join('|')})[/.]` },
      }),
    ),
  ),
  {
    name: 'core-engines-know-no-linode',
    comment: 'scopes and operations are reckoned for any provider: these files alone bind Linode’s to that',
    severity: 'error',
    from: {
      path: '^packages/core/src/(operations|scopes)/',
      pathNot: ['/(linode|oauth-scopes|requested|typed)\\.ts$', unshipped],
    },
    to: { path: '^packages/core/src/(generated/|.*/(linode|oauth-scopes|requested|typed)\\.ts$)' },
  },
  {
    name: 'packages-bring-what-they-import',
    comment: 'what is shipped imports no package but those that its package.json brings along',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/', pathNot: unshipped },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'runtimes-import-core-alone',
    comment: 'node, browser and testing import core, never each other and never tools',
    severity: 'error',
    from: { path: '^packages/(node|browser|testing)/' },
    to: { path: '^(packages/(?!core/)|tools/)', pathNot: '^packages/$1/' },
  },
  {
    name: 'core-by-its-front-door',
    comment: 'core is imported by its exports, never by a path into its source',
    severity: 'error',
    from: { path: '^packages/(node|browser|testing)/' },
    to: { path: '^packages/core/src/' },
  },
  {
    name: 'browser-has-no-node',
    comment: 'the browser package runs without Node',
    severity: 'error',
    from: { path: '^packages/browser/src/', pathNot: unshipped },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'authority-knows-no-http',
    comment:
      'the authority decides without a word of HTTP, and by the rules of the provider that it is given',
    severity: 'error',
    from: { path: '^packages/testing/src/authority/', pathNot: unshipped },
    to: { path: '^packages/testing/src/(?!authority/|options/|provider/)' },
  },
  {
    name: 'engines-know-no-linode',
    comment: 'what the fake is made of serves any provider: Linode is data that is handed in',
    severity: 'error',
    from: {
      path: '^packages/testing/src/(api|authority|call|login|provider|record|script|transport)/',
      pathNot: unshipped,
    },
    to: { path: '^packages/testing/src/(generated|linode)/' },
  },
  {
    name: 'nothing-unresolved',
    comment: 'an import that leads nowhere may hide a wrong door',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

/** The imports below `folder` that go through a door that is shut, each in a line. */
export async function wrongDoors(folder: string): Promise<string[]> {
  const { output } = await cruise(['packages', 'tools'], {
    baseDir: folder,
    ruleSet: { forbidden: [...rules] },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '/\\.report/', 'doors/shut/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  })
  if (typeof output === 'string') throw new Error(output)
  // Of a package by its name, wherever pnpm keeps it.
  const place = (to: string): string => to.replace(/^.*node_modules\//, '')
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${place(to)}`).sort()
}
