import { expect, test } from 'vitest'
import type { OperationEntry } from '../../spec/operations-document.js'
import { documentOf, needs, operation, scopes } from './plan.fixture.js'
import { planGoneScopes } from './plan-gone-scopes.js'
import { Questions } from './questions.js'

const gift: OperationEntry = { id: 'post-gift', declared: 'gift_card:write', since: '2.0.0' }
const away: OperationEntry = { id: 'get-offline', declared: 'offline' }

/**
 * What is planned, and what is asked, of what a document does not list.
 *
 * @param present - the operations that it holds.
 * @param absent - those that it does not, and that stay.
 */
function planned(
  listed: readonly string[],
  before: readonly OperationEntry[],
  present: readonly OperationEntry[] = before,
  absent: readonly OperationEntry[] = [],
) {
  const questions = new Questions()
  const { edits, told } = planGoneScopes(
    documentOf([], ...listed),
    scopes,
    { before, present, absent },
    questions,
  )
  return {
    edits,
    told: told.map(({ text }) => text),
    asked: questions.all().map(({ what, about }) => [what.replace(/ (is|are) .*/, ''), ...about]),
  }
}

test('a document that lists no scopes tells nothing', () => {
  expect(planned([], [gift, away], [])).toEqual({ edits: [], told: [], asked: [] })
})

test('what is not declared any more and no operation needs is retired, since when it was known', () => {
  expect(planned(['box:read', 'box:write'], [{ ...gift, since: '3.0.0' }, gift, away], [])).toEqual({
    edits: [
      {
        kind: 'retire',
        section: 'families',
        id: 'gift_card',
        retired: { declared: '2.0.0', removed: '4.0.0' },
      },
      { kind: 'retire', section: 'scopes', id: 'offline', retired: { removed: '4.0.0' } },
    ],
    told: [
      'gift_card: declared since 2.0.0, as far as the spec knows',
      'offline: declared since an unknown version, as far as the spec knows',
    ],
    asked: [],
  })
})

test('what operations of the document still need is asked about, by a declaration, a recorded answer or a correction', () => {
  const needing: readonly OperationEntry[] = [
    gift,
    { id: 'a', auth: 'pat', recorded: 'gift_card:read' },
    { id: 'a', declared: 'gift:read', corrected: 'gift_card:read' },
  ]
  for (const entry of needing) {
    expect(planned(['box:read', 'offline'], [gift], [entry])).toEqual({
      edits: [],
      told: [],
      asked: [["1 of the spec's families and scopes", 'gift_card']],
    })
  }
})

test('what only guesses need, or operations that the document does not hold, is asked about with these', () => {
  const nothing = { edits: [], told: [], asked: [] }
  expect(planned(['box:read', 'offline'], [gift], [], [gift])).toEqual(nothing)
  const kept: OperationEntry = { id: 'a', auth: 'any_token', corrected: 'gift_card:write', guessed: true }
  expect(planned(['box:read', 'offline'], [gift], [kept])).toEqual(nothing)
})

test('what no operation ever declared is asked about', () => {
  expect(planned(['box:read'], [gift], []).asked).toEqual([
    ["1 of the spec's families and scopes", 'offline'],
  ])
})

test('of a family that stays, a level that is declared no more is asked about once nothing needs it', () => {
  const before = [gift, { id: 'get-gift', declared: 'gift_card:read' }]
  const asked = (after: readonly OperationEntry[]) =>
    planned(['box:read', 'gift_card:write', 'offline'], before, after).asked
  expect(asked([])).toEqual([['1 scope', 'gift_card:read']])
  expect(asked(before)).toEqual([])
})

test('a scope that an operation of the document asks for is not gone, listed or not', () => {
  const document = documentOf([operation('GET /gifts', needs('gift_card:write'))], 'box:read', 'offline')
  const { edits } = planGoneScopes(
    document,
    scopes,
    { before: [gift], present: [], absent: [] },
    new Questions(),
  )
  expect(edits).toEqual([])
})
