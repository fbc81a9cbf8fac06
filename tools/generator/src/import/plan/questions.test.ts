import { expect, test } from 'vitest'
import { type Question, Questions } from './questions.js'

test('what is about many operations is one question, and questions come in an order of their own', () => {
  const questions = new Questions()
  questions.ask('gone', 'GET /b')
  questions.ask('less', 'GET /c')
  questions.ask('gone', 'GET /a')
  questions.ask('guessedFamily', 'rockets')
  expect(questions.all()).toMatchObject([
    { what: '1 family has a name and words that are a guess', about: ['rockets'] },
    { what: expect.stringContaining('less than was needed'), about: ['GET /c'] },
    { what: '2 operations are not in the document and stayed as they were', about: ['GET /b', 'GET /a'] },
  ])
})

test('nothing is asked that nobody asked', () => {
  expect(new Questions().all()).toEqual([])
})

/** How a question begins, of one thing and of several. */
const beginnings: readonly (readonly [question: Question, one: string, several: string])[] = [
  ['guessedFamily', '1 family has', '3 families have'],
  ['less', '1 operation declares', '3 operations declare'],
  ['unreadable', '1 operation declares', '3 operations declare'],
  ['someToken', '1 operation needs', '3 operations need'],
  ['onlyPat', '1 operation declares', '3 operations declare'],
  ['twins', '1 operation stands', '3 operations stand'],
  ['note', '1 operation has a note', '3 operations have a note'],
  ['unwritable', '1 operation has a path', '3 operations have paths'],
  ['undecidable', '1 operation asks', '3 operations ask'],
  ['unlike', '1 scope is listed', '3 scopes are listed'],
  ['unlisted', '1 scope is', '3 scopes are'],
  ['stillNeeded', "1 of the spec's families and scopes is", "3 of the spec's families and scopes are"],
  ['neverDeclared', "1 of the spec's families and scopes is", "3 of the spec's families and scopes are"],
  ['guessedAuth', '1 operation declares', '3 operations declare'],
  ['guessedPat', '1 operation needs', '3 operations need'],
  ['guessedScopes', '1 operation declares', '3 operations declare'],
  ['ids', '1 operation has another id', '3 operations have another id'],
  ['gone', '1 operation is not', '3 operations are not'],
]

test.each(beginnings)('%s is asked of one thing and of several', (question, one, several) => {
  const questions = new Questions()
  const begins = (text: string) => [{ what: expect.stringMatching(new RegExp(`^${text}\\b`)) }]
  questions.ask(question, 'a')
  expect(questions.all()).toMatchObject(begins(one))
  questions.ask(question, 'b')
  questions.ask(question, 'c')
  expect(questions.all()).toMatchObject(begins(several))
})
