import type { Rule } from './rule.js'
import { noAmbiguousEndpoint } from './rules/no-ambiguous-endpoint.js'
import { noFoldIntoUnknownFamily } from './rules/no-fold-into-unknown-family.js'
import { noIncludeCycle } from './rules/no-include-cycle.js'
import { noNameCollision } from './rules/no-name-collision.js'
import { noOperationIdTwice } from './rules/no-operation-id-twice.js'
import { noReservedName } from './rules/no-reserved-name.js'
import { noScopeTwice } from './rules/no-scope-twice.js'
import { noShadowingFieldAlias } from './rules/no-shadowing-field-alias.js'
import { noShadowingScopeAlias } from './rules/no-shadowing-scope-alias.js'
import { noUnknownErrorCode } from './rules/no-unknown-error-code.js'
import { noUnknownInclude } from './rules/no-unknown-include.js'
import { noUnknownLevel } from './rules/no-unknown-level.js'
import { noUnknownMessage } from './rules/no-unknown-message.js'
import { noUnknownScopeInOperation } from './rules/no-unknown-scope-in-operation.js'
import { noUnreadableScope } from './rules/no-unreadable-scope.js'

/** Every rule. A new one is a file under `rules/`, its test beside it, and a line here. */
export const rules: readonly Rule[] = [
  noUnknownLevel,
  noUnknownInclude,
  noIncludeCycle,
  noScopeTwice,
  noUnreadableScope,
  noShadowingScopeAlias,
  noFoldIntoUnknownFamily,
  noNameCollision,
  noReservedName,
  noAmbiguousEndpoint,
  noShadowingFieldAlias,
  noUnknownMessage,
  noUnknownErrorCode,
  noUnknownScopeInOperation,
  noOperationIdTwice,
]
