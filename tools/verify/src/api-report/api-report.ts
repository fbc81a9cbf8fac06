import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'

/** What a package promises at one of its entries, as api-extractor reports it. */
export function apiReport(
  project: string,
  types: string,
  entry: string,
  folder: string,
): { readonly title: string; readonly report: string } {
  const title = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '-')
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(project, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: project,
      mainEntryPointFilePath: join(project, types),
      bundledPackages: [],
      compiler: { tsconfigFilePath: join(project, 'tsconfig.build.json'), skipLibCheck: true },
      apiReport: {
        enabled: true,
        reportFileName: `${title}.api.md`,
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
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  })
  const problems: string[] = []
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Error)
        problems.push(message.formatMessageWithLocation(project))
      message.handled = true
    },
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  // TypeScript writes a literal's quotes one way in a first build and another way in a later one.
  return { title, report: readFileSync(config.reportFilePath, 'utf8').replaceAll('"', "'") }
}
