/** The rules, in the order in which they are asked. */
import type { Rule } from './rule.js'
import { noAmbiguousAnswer } from './rules/no-ambiguous-answer.js'
import { noAmbiguousEndpoint } from './rules/no-ambiguous-endpoint.js'
import { noBasePathTwice } from './rules/no-base-path-twice.js'
import { noDroppedScopeThatStands } from './rules/no-dropped-scope-that-stands.js'
import { noFamilyTwice } from './rules/no-family-twice.js'
import { noFoldIntoUnknownFamily } from './rules/no-fold-into-unknown-family.js'
import { noGapTwice } from './rules/no-gap-twice.js'
import { noIdleLevel } from './rules/no-idle-level.js'
import { noIdleRetirement } from './rules/no-idle-retirement.js'
import { noIncludeCycle } from './rules/no-include-cycle.js'
import { noMissingFamily } from './rules/no-missing-family.js'
import { noMisspeltName } from './rules/no-misspelt-name.js'
import { noNameCollision } from './rules/no-name-collision.js'
import { noOperationIdTwice } from './rules/no-operation-id-twice.js'
import { noOperationTwice } from './rules/no-operation-twice.js'
import { noRequestWithoutItsSubject } from './rules/no-request-without-its-subject.js'
import { noReservedName } from './rules/no-reserved-name.js'
import { noRetirementBeforeBirth } from './rules/no-retirement-before-birth.js'
import { noScopeTwice } from './rules/no-scope-twice.js'
import { noSecretInAQuery } from './rules/no-secret-in-a-query.js'
import { noShadowingFieldAlias } from './rules/no-shadowing-field-alias.js'
import { noShadowingScopeAlias } from './rules/no-shadowing-scope-alias.js'
import { noSinceAfterVersion } from './rules/no-since-after-version.js'
import { noTitleTwice } from './rules/no-title-twice.js'
import { noUnexplainedDeclaration } from './rules/no-unexplained-declaration.js'
import { noUnknownErrorCode } from './rules/no-unknown-error-code.js'
import { noUnknownInclude } from './rules/no-unknown-include.js'
import { noUnknownLevel } from './rules/no-unknown-level.js'
import { noUnknownMessage } from './rules/no-unknown-message.js'
import { noUnknownPlaceholder } from './rules/no-unknown-placeholder.js'
import { noUnknownScopeInOperation } from './rules/no-unknown-scope-in-operation.js'
import { noUnreachableOperation } from './rules/no-unreachable-operation.js'
import { noUnreadableScope } from './rules/no-unreadable-scope.js'
import { noWordsTwice } from './rules/no-words-twice.js'

/**
 * Every rule, by the name of its file. A new one is a file under `rules/`, its test
 * beside it, and a line here.
 */
export const rules: Readonly<Record<string, Rule>> = {
  'no-misspelt-name': noMisspeltName,
  'no-missing-family': noMissingFamily,
  'no-unknown-level': noUnknownLevel,
  'no-idle-level': noIdleLevel,
  'no-unknown-include': noUnknownInclude,
  'no-include-cycle': noIncludeCycle,
  'no-scope-twice': noScopeTwice,
  'no-family-twice': noFamilyTwice,
  'no-fold-into-unknown-family': noFoldIntoUnknownFamily,
  'no-unreadable-scope': noUnreadableScope,
  'no-shadowing-scope-alias': noShadowingScopeAlias,
  'no-retirement-before-birth': noRetirementBeforeBirth,
  'no-idle-retirement': noIdleRetirement,
  'no-dropped-scope-that-stands': noDroppedScopeThatStands,
  'no-unknown-placeholder': noUnknownPlaceholder,
  'no-name-collision': noNameCollision,
  'no-title-twice': noTitleTwice,
  'no-words-twice': noWordsTwice,
  'no-reserved-name': noReservedName,
  'no-ambiguous-answer': noAmbiguousAnswer,
  'no-ambiguous-endpoint': noAmbiguousEndpoint,
  'no-request-without-its-subject': noRequestWithoutItsSubject,
  'no-secret-in-a-query': noSecretInAQuery,
  'no-shadowing-field-alias': noShadowingFieldAlias,
  'no-unknown-message': noUnknownMessage,
  'no-unknown-error-code': noUnknownErrorCode,
  'no-base-path-twice': noBasePathTwice,
  'no-gap-twice': noGapTwice,
  'no-operation-twice': noOperationTwice,
  'no-operation-id-twice': noOperationIdTwice,
  'no-since-after-version': noSinceAfterVersion,
  'no-unknown-scope-in-operation': noUnknownScopeInOperation,
  'no-unexplained-declaration': noUnexplainedDeclaration,
  'no-unreachable-operation': noUnreachableOperation,
}
