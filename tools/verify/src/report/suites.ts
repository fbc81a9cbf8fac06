import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from '../repository.js'

/** What the tests of one project said. */
export interface Suite {
  readonly project: string
  readonly tests: readonly { readonly file: string; readonly name: string; readonly status: string }[]
  /** The files that failed before their tests could run. */
  readonly broken: readonly string[]
}

/** What the tests of all projects said. */
export interface Run {
  /** The suites that left a report in this run or, from the cache, in an earlier one of the same content. */
  readonly suites: readonly Suite[]
  /**
   * The projects that have tests and left none: `npm test` was asked for some
   * projects, or a step failed before.
   */
  readonly unreported: readonly string[]
}

/** vitest's report, as far as it is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** Reads the reports of all projects. */
export function readRun(): Run {
  const projects = ['packages', 'tools'].flatMap((room) =>
    readdirSync(`${root}${room}`).map((name) => `${room}/${name}`),
  )
  const reported = projects.filter((project) => existsSync(`${root}${project}/.report/vitest.json`))
  return {
    suites: reported.map(readSuite),
    unreported: projects.filter((project) => !reported.includes(project) && hasTests(project)),
  }
}

function hasTests(project: string): boolean {
  const sources = `${root}${project}/src`
  if (!existsSync(sources)) return false
  return readdirSync(sources, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('.test.ts'))
}

function readSuite(project: string): Suite {
  const report: Report = JSON.parse(readFileSync(`${root}${project}/.report/vitest.json`, 'utf8'))
  const within = (file: string): string => relative(`${root}${project}`, file).replaceAll('\\', '/')
  return {
    project,
    tests: report.testResults.flatMap(({ name: file, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({ file: within(file), name: fullName, status })),
    ),
    broken: report.testResults
      .filter(
        ({ status, assertionResults }) =>
          status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed'),
      )
      .map(({ name }) => within(name)),
  }
}
