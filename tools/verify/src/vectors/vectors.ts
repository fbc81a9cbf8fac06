import { readdirSync, readFileSync } from 'node:fs'
import type { ScopeReport } from '@linode-login/core/audit'
import { parse } from 'yaml'
import { root } from '../repository.js'

interface Named {
  readonly name: string
  /** The rows of the conformance list that the example proves. */
  readonly proves?: readonly string[]
}

interface Pair {
  readonly one: readonly string[]
  readonly other: readonly string[]
}

/** The examples in `spec/vectors`, as their JSON Schema has them. */
export interface Vectors {
  readonly parse: readonly (Named & { readonly text: string; readonly scopes: readonly string[] })[]
  readonly serialize: readonly (Named & { readonly scopes: readonly string[]; readonly text: string })[]
  readonly covers: readonly (Named & {
    readonly granted: readonly string[]
    readonly needed: readonly string[]
    readonly missing: readonly string[]
  })[]
  readonly minimize: readonly (Named & {
    readonly scopes: readonly string[]
    readonly smallest: readonly string[]
  })[]
  readonly union: readonly (Named & Pair & { readonly scopes: readonly string[] })[]
  readonly intersect: readonly (Named & Pair & { readonly scopes: readonly string[] })[]
  readonly expand: readonly (Named & {
    readonly scopes: readonly string[]
    readonly included: readonly string[]
  })[]
  readonly compare: readonly (Named & Pair & { readonly comparison: string })[]
  readonly explain: readonly (Named & {
    readonly granted: readonly string[]
    readonly needed: readonly string[]
    readonly ways: readonly { readonly scope: string; readonly path?: readonly string[] }[]
  })[]
  readonly known: readonly (Named & { readonly scope: string; readonly known: boolean })[]
  readonly describe: readonly (Named & {
    readonly scope: string
    readonly shown?: {
      readonly scope: string
      readonly title: string
      readonly description: string
      readonly includes: readonly string[]
      readonly removed?: string
    }
  })[]
  readonly facts: readonly (Named & {
    readonly operation: string
    readonly id: string
    readonly needs?: readonly (readonly string[])[]
    readonly auth?: string
  })[]
  readonly resolutions: readonly (Named & { readonly reference: string; readonly operation?: string })[]
  readonly reasons: readonly (Named & {
    readonly scope: string
    readonly operations: readonly string[]
    readonly reasons: readonly {
      readonly operation: string
      readonly needs: readonly (readonly string[])[]
      readonly always: boolean
    }[]
  })[]
  readonly allowed: readonly (Named & {
    readonly scopes: readonly string[]
    readonly operations: readonly string[]
    readonly allowed: readonly string[]
  })[]
  readonly operations: readonly (Named & {
    readonly operations: readonly string[]
    readonly scopes?: readonly string[]
    readonly error?: string
  })[]
  readonly authorization_urls: readonly (Named & {
    readonly given: {
      readonly base_url?: string
      readonly client_id?: string
      readonly scopes?: readonly string[]
      readonly user_scopes?: readonly string[]
      readonly redirect_uri?: string
      readonly state?: string
      readonly code_challenge?: string
    }
    readonly url?: string
    readonly error?: string
  })[]
  readonly requests: readonly (Named & {
    readonly operation: string
    readonly given: Readonly<Record<string, string>>
    readonly url: string
    readonly authorization?: string
    readonly body: string
  })[]
  readonly token_answers: readonly (Named & {
    readonly status?: number
    readonly type?: string
    readonly body: string
    readonly token?: {
      readonly access_token: string
      readonly refresh_token?: string
      readonly expires_in?: number
      readonly scopes?: readonly string[]
      readonly user?: { readonly access_token: string; readonly scopes: readonly string[] }
    }
    readonly error?: string
    readonly field?: string
    readonly problem?: string
    readonly kept?: string
    readonly reference?: string
  })[]
  readonly authorization_answers: readonly (Named & {
    readonly callback: string
    readonly begun?: string
    readonly code?: string
    readonly error?: string
    readonly description?: string
    readonly refused?: string
  })[]
  readonly api_answers: readonly (Named & {
    readonly status?: number
    readonly granted_header?: string
    readonly accepted_header?: string
    readonly body?: string
    readonly scopes?: readonly string[]
    readonly needed?: readonly string[]
    readonly refused?: {
      readonly needed: readonly string[]
      readonly missing: readonly string[]
      readonly granted: readonly string[]
    }
    readonly error?: string
  })[]
  readonly audits: readonly (Named & {
    readonly asked: readonly string[]
    readonly answers: readonly { readonly operation: string; readonly accepted_header?: string }[]
    readonly report: ScopeReport
  })[]
  readonly step_ups: readonly (Named & {
    readonly token: readonly string[]
    readonly ungranted?: readonly string[]
    readonly granted?: readonly string[]
    readonly missing: readonly string[]
    readonly asked?: string
    readonly error?: string
  })[]
}

/** Every example in `spec/vectors`, each list with the ids that its members prove put into their names. */
export function readVectors(): Vectors {
  const folder = `${root}spec/vectors/`
  return vectorsOf(readdirSync(folder).map((file) => parse(readFileSync(folder + file, 'utf8'))))
}

/** The same of files that were read. */
export function vectorsOf(files: readonly object[]): Vectors {
  const vectors: Vectors = Object.assign({}, ...files)
  for (const list of Object.values(vectors)) {
    for (const vector of list) vector.name = [...(vector.proves ?? []), vector.name].join(' ')
  }
  return vectors
}
