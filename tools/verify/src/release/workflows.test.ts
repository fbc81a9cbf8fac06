// What GitHub runs: the tests as CI runs them, and a release by changesets, whose packages say where they come from.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../repository.js'

interface Workflow {
  readonly on: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly permissions?: unknown
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: unknown
    readonly env?: unknown
  }[]
}

function workflow(name: string): Workflow {
  return parse(readFileSync(`${root}.github/workflows/${name}.yml`, 'utf8'))
}

const commandsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? [])

test('every change is tested as .ci/run tests it', () => {
  const { on, jobs } = workflow('ci')
  expect(on).toMatchObject({ push: { branches: ['main'] }, pull_request: null })
  expect(Object.values(jobs).flatMap(commandsOf)).toEqual(['bash .ci/run'])
})

test('a release is tested, versioned by changesets and published with provenance', () => {
  const { release } = workflow('release').jobs
  if (release === undefined) throw new Error('nothing is released')
  expect(release.permissions).toMatchObject({ 'id-token': 'write' })
  expect(commandsOf(release).at(-1)).toBe('bash .ci/run')
  expect(release.steps.at(-1)).toMatchObject({
    uses: expect.stringMatching(/^changesets\/action@/),
    with: { version: 'npm run bump', publish: 'pnpm changeset publish' },
    env: { NPM_CONFIG_PROVENANCE: 'true' },
  })
})
