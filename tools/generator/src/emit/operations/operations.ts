import type { Access, Operation } from '../../model/operation-model.js'
import type { Emitter } from '../output.js'
import { type Declaration, type Expression, list, spreadObject, text } from '../typescript/declarations.js'
import { prose } from '../words/prose.js'
import { linesOf, methodsOf } from './operation-lines.js'

/**
 * Each operation's id and what it needs, as lines that are read when they are first asked for,
 * and their names as types.
 */
export const operations: Emitter = ({ provider, operations: all }, { client }) => [
  {
    path: `${client.folder}/operations.ts`,
    from: ['operations'],
    content: { imports: [], declarations: [...data(all), ...names(all, provider.name)] },
  },
]

function data(all: readonly Operation[]): readonly Declaration[] {
  const needs = new Map(all.map(({ access }) => [keyOf(access), accessValue(access)]))
  const keys = [...needs.keys()].sort()
  const places = new Map(keys.map((key, place) => [key, place]))
  return [
    {
      kind: 'constant',
      name: 'operationMethods',
      docs: 'The methods, by their letters in the lines below.',
      type: 'Readonly<Record<string, string>>',
      value: spreadObject(methodsOf(all).map(([letter, method]) => ({ name: letter, value: text(method) }))),
    },
    {
      kind: 'constant',
      name: 'operationNeeds',
      docs:
        'Who may call an operation: `none` needs no token, `any_token` any, `pat` a personal access token, and a list a ' +
        'token with all scopes of one of its sets.',
      value: list(keys.flatMap((key) => needs.get(key) ?? [])),
      asConst: true,
    },
    {
      kind: 'constant',
      name: 'operationLines',
      docs:
        'A line for each path: one slash, and one more for each segment that it shares with the path above, and then its ' +
        'calls. A call is the letter of its method, the place of what it needs in the list above, and its id, in ' +
        'which `-` at the beginning stands for the method and a dash, and `:` for nothing.',
      type: 'readonly string[]',
      value: list(linesOf(all, ({ access }) => places.get(keyOf(access)) ?? 0).map(text)),
    },
  ]
}

function names(all: readonly Operation[], provider: string): readonly Declaration[] {
  const [personal, others] = [all.filter(isPersonal), all.filter((operation) => !isPersonal(operation))]
  return [
    {
      kind: 'union',
      name: 'PersonalTokenOperation',
      docs: 'One that takes a personal access token only: no scope of an OAuth token suffices for it.',
      members: personal.map(({ key }) => key),
    },
    {
      kind: 'union',
      name: 'PersonalTokenOperationId',
      docs: 'The id of such an operation.',
      members: personal.map(({ id }) => id),
    },
    {
      kind: 'union',
      name: 'OAuthOperation',
      docs: 'One that an OAuth token may call, if its scopes suffice.',
      members: others.map(({ key }) => key),
    },
    {
      kind: 'union',
      name: 'OperationId',
      docs: `The id that ${prose(provider)}'s document gives an operation which an OAuth token may call.`,
      members: others.map(({ id }) => id),
    },
  ]
}

function isPersonal({ access }: Operation): boolean {
  return access.auth === 'pat'
}

function keyOf(access: Access): string {
  return access.auth === 'scoped' ? JSON.stringify(access.anyOf) : access.auth
}

function accessValue(access: Access): Expression {
  return access.auth === 'scoped' ? setsValue(access.anyOf) : text(access.auth)
}

/** Sets of scopes as a list of lists. */
export function setsValue(sets: readonly (readonly string[])[]): Expression {
  return list(sets.map((set) => list(set.map(text))))
}
