/** The codes of core's errors: the published ones held against the types that core declares. */
import { readFileSync } from 'node:fs'
import * as core from '@linode-login/core'
import ts from 'typescript'
import { expect } from 'vitest'
import { root } from '../repository.js'
import type { Proofs } from './published.fixture.js'

interface TellingOfError {
  readonly class: string
  readonly code: string
}

/** The codes of each class but those that the login server gives, by the types of core: `NetworkErrorCode`. */
export const errorCodes: ReadonlyMap<string, readonly string[]> = new Map(
  sourceOf('packages/core/src/errors/error-codes.ts')
    .statements.filter(ts.isTypeAliasDeclaration)
    .flatMap(({ name, type }) => {
      const [, error] = /^(\w+Error)Code$/.exec(name.text) ?? []
      const members = ts.isUnionTypeNode(type) ? type.types : [type]
      const codes = members.flatMap((member) =>
        ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
      )
      return error === undefined || codes.length === 0 ? [] : [[error, codes] as const]
    }),
)

/** By core. */
export const proofsOfErrors: Proofs = {
  errors: ({ class: name, code }: TellingOfError) => {
    expect(Reflect.get(core, name)).toHaveProperty('kind', name)
    expect(errorCodes.get(name)).toContain(code)
  },
}

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.Latest)
}
