import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'

/** A promise to users: an entry of `exports`, and what can be imported by it (several where it has a `*`). */
export interface Entry {
  readonly name: string
  readonly imports: readonly { readonly path: string; readonly declarations: string }[]
}

/** What the packages' own configurations have together: for each a runtime's types are there. */
const compilerOptions = {
  target: 'es2023',
  lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
  types: ['node'],
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
}

/** The entries of a package that can be imported, by its `package.json`. */
export function entriesOf(project: string): readonly Entry[] {
  const { exports } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  return Object.keys(exports)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({ name, imports: importsOf(project, name, exports[name].types) }))
}

function importsOf(project: string, name: string, types: string): Entry['imports'] {
  const [folder = '', suffix] = types.split('*')
  if (suffix === undefined) return [{ path: name, declarations: join(project, types) }]
  // By the sources: the compiler leaves in `dist` what it made of one that is gone.
  const sources = readdirSync(join(project, folder.replace('/dist/', '/src/')))
  return sources.sort().map((file) => {
    const one = basename(file, '.ts')
    return { path: name.replace('*', one), declarations: join(project, folder, one + suffix) }
  })
}

/** The name of the file for an entry's report. */
export function reportFile({ name }: Entry): string {
  const title = name === '.' ? 'index' : name.slice(2).replaceAll('/', '-').replace('*', 'each')
  return `${title}.api.md`
}

/**
 * Makes the reports of entries of packages, all from one compilation.
 *
 * @param folder - where api-extractor may write
 */
export function reporter(
  packages: readonly { readonly project: string; readonly entries: readonly Entry[] }[],
  folder: string,
): (project: string, entry: Entry) => string {
  const all = packages.flatMap(({ project, entries }) =>
    entries.flatMap(({ imports }) => imports.map(({ declarations }) => ({ project, declarations }))),
  )
  const [first] = all
  if (first === undefined) throw new Error('There is no entry to report on.')
  const compilerState = CompilerState.create(configFor(first.project, first.declarations, folder), {
    additionalEntryPoints: all.map(({ declarations }) => declarations),
  })
  return (project, { name, imports }) =>
    imports
      .map(({ path, declarations }) => {
        const report = reportOf(project, configFor(project, declarations, folder), compilerState)
        return path === name ? report : `# ${path}\n\n${report}`
      })
      .join('\n')
      // TypeScript writes a literal's quotes one way in a first build and another way in a later one.
      .replaceAll('"', "'")
}

/** What is promised by one file of declarations, as api-extractor reports it. */
function reportOf(project: string, config: ExtractorConfig, compilerState: CompilerState): string {
  const problems: string[] = []
  Extractor.invoke(config, {
    compilerState,
    localBuild: true,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Error)
        problems.push(message.formatMessageWithLocation(project))
      message.handled = true
    },
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return readFileSync(config.reportFilePath, 'utf8')
}

function configFor(project: string, declarations: string, folder: string): ExtractorConfig {
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(project, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: project,
      mainEntryPointFilePath: declarations,
      bundledPackages: [],
      compiler: { overrideTsconfig: { compilerOptions }, skipLibCheck: true },
      apiReport: {
        enabled: true,
        reportFileName: 'report.api.md',
        reportFolder: folder,
        reportTempFolder: folder,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Error },
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
        },
        tsdocMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          // `@param name - what it is`, as TSDoc writes it: one way in all packages.
          'tsdoc-param-tag-missing-hyphen': { logLevel: ExtractorLogLevel.Error },
        },
      },
    },
  })
}
