/**
 * What the API answers must say what it means: a client logs in anew for a token that is dead, and asks for more scopes
 * where one lacks them, and reads the scopes that were granted and those that are needed from headers of their own.
 */
import type { ApiEntry } from '../../spec/endpoints-document.js'
import { refusalTexts } from '../names/refusal-texts.js'
import type { Complaint, Rule } from '../rule.js'

export const noAmbiguousAnswer: Rule = ({ endpoints }) =>
  endpoints === undefined ? [] : [...ofHeaders(endpoints.api), ...ofErrors(endpoints.api)]

function ofHeaders({ headers: { granted, accepted } }: ApiEntry): readonly Complaint[] {
  // The names of headers are read without case.
  if (granted.toLowerCase() !== accepted.toLowerCase()) return []
  return [
    {
      ...at('value', 'headers', 'accepted'),
      wrong: "this header holds the scopes of the token, and can't hold those that a call needs",
      expected: 'a header for the scopes of the token and another for those that the call needs',
      fix: 'write the name of the other header',
      also: [{ ...at('value', 'headers', 'granted'), says: 'it stands here' }],
    },
  ]
}

function ofErrors({ errors, ...api }: ApiEntry): readonly Complaint[] {
  const { invalid_token: dead, insufficient_scope: lacking } = errors
  if (dead.status !== lacking.status) return []
  const also = [{ ...at('key', 'errors', 'invalid_token'), says: 'this one is answered so too' }]
  const expected = 'another status or another reason for each of the two, by which a client tells them apart'
  if (dead.reason === lacking.reason)
    return [
      {
        ...at('value', 'errors', 'insufficient_scope', 'reason'),
        wrong: `status ${lacking.status} with this reason means a dead token as well`,
        expected,
        fix: 'write what the API answers where a scope is lacking',
        also,
      },
    ]
  const texts = refusalTexts({ errors, ...api })
  // Where there is no body of its own, the reason stands in the usual one; a gap that nothing fills is told by itself.
  if (api.refusal === undefined || texts.some(({ text }) => text.includes('{'))) return []
  return [
    {
      ...at('key', 'refusal'),
      wrong: `no text of it is the reason, and status ${lacking.status} means a dead token as well as one that lacks a scope`,
      expected,
      fix: 'write "{reason}" where the reason stands',
      also,
    },
  ]
}

function at(where: Complaint['at'], ...path: readonly string[]) {
  return { part: 'endpoints', path: ['api', ...path], at: where } as const
}
