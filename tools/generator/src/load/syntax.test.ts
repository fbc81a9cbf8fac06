import { expect, test } from 'vitest'
import { faultsOf } from './faults-of.fixture.js'
import { load } from './load.js'

test.each([
  [
    'a bracket that is never closed',
    'a: [1, 2\nb: 1\nc: 1\n',
    '1:4 this bracket is never closed → close it with ]',
  ],
  ['one that the file ends in', 'a: { b: [1], c: 1', '1:4 this bracket is never closed → close it with }'],
  [
    'one around a mapping without brackets',
    'a: [b: 1\nc: 1\n',
    '1:4 this bracket is never closed → close it with ]',
  ],
  ['a quote', 'a: "x\nb: 1\n', '1:4 this quote is never closed → close it with the same quote'],
  ['a tab', 'a:\n\tb: 1\n', '2:1 a tab stands where a line is indented → indent with spaces'],
  [
    'a tab behind a space',
    'a:\n  b: 1\n \tc: 2\n',
    '3:2 a tab stands where a line is indented → indent with spaces',
  ],
  [
    'a value that stands as far in as its key',
    'a:\n  b:\n  { c: 1 }\n  d: 2\n',
    '3:3 this value is indented no further than its key → indent it further, up to the bracket that closes it',
  ],
  [
    'a value that stands less far in than its key',
    'a:\n  b:\n {\n    c: 1,\n  }\n  d: 2\n',
    '3:2 this value is indented no further than its key → indent it further, up to the bracket that closes it',
  ],
  [
    'a dash before the first key alone',
    'a:\n  - b: 1\n  c: 2\n',
    '2:3 a dash stands before this key, and none before the next → take the dash out',
  ],
  [
    'a dash before a later key',
    'a:\n  b: 1\n  - c: 2\n',
    '3:3 an item of a list stands where a key belongs → take the dash out, or put it below the key that it belongs to',
  ],
  [
    'an indent',
    'a:\n    b: 1\n  c: 2\n',
    '3:1 this line is indented unlike its neighbours → indent it as its neighbours are',
  ],
  [
    'a tag',
    'a: !x 1\n',
    '1:4 a tag like this one means nothing here → leave it out, or put the text in quotes',
  ],
  ['a document', 'a: 1\n---\nb: 1\n', '2:1 a second document begins here → take this line out'],
  ['a star', 'a: *\n', '1:4 a star begins the name of an anchor, but none follows → put it in quotes: "*"'],
  ['a reserved sign', 'a: @x\n', "1:4 a text can't begin with @ here → put it in quotes"],
  [
    'a colon',
    'a: b: c\n',
    '1:4 this reads as a key inside a value → put a text that holds ": " in quotes; put keys on lines of their own, indented alike',
  ],
  [
    'a line that is indented further',
    'a:\n  b: 1\n   c: 2\n',
    '2:6 the next line is indented further than this one, so it reads as a key inside its value → indent it as its neighbours are',
  ],
  [
    'no colon, as of a key that is being written',
    'a: 1\nb\nc: 2\n',
    '2:1 this line is no key with a value → put a colon and a space behind the key, or indent the line further where it goes on with the one above',
  ],
  ['no space', 'a: 1\nb:2\nc: 3\n', '2:1 this line is no key with a value → put a space behind the colon'],
  [
    'no colon, but one in what follows',
    'a: 1\nsee https://b.example # c:d\ne: 2\n',
    '2:1 this line is no key with a value → put a colon and a space behind the key, or indent the line further where it goes on with the one above',
  ],
  [
    'no colon behind the first key, and a remark',
    'a:\n  b # c: d\n  e: 2\n',
    '2:3 this line is no key with a value → put a colon and a space behind the key, or indent the line further where it goes on with the one above',
  ],
  [
    'no colon before a bracket',
    'a:\n  GET /b/{c} { d: e:f, g: h }\n',
    '2:14 a colon is missing before this bracket → put a colon behind the key',
  ],
  [
    'a colon in a value in brackets',
    'a: { b: c: d, e: f }\n',
    '1:9 this reads as a key inside a value → put all of the value in quotes, or take the space behind its colon out',
  ],
  [
    'a bracket in a text in brackets',
    'a: [GET /b/{c}/d]\n',
    '1:12 a bracket opens here, within a text → put the text in quotes',
  ],
  [
    'no dash',
    'a:\n  - b\n  c\n  - d\n',
    '3:3 this line has no dash, unlike the item above it → begin it with a dash and a space',
  ],
  [
    'no space behind a dash',
    'a:\n  - b\n  -c\n  - d\n',
    '3:3 no space parts this dash from its item → put a space behind the dash',
  ],
  ['the end of a document', 'a: 1\n...\nb: 1\n', '2:1 the document ends here → take this line out'],
  ['a comma of JSON', '"a": "b",\nc: 1\n', '1:9 the value before this has ended already → take it out'],
  [
    'the end of a line that was lost',
    'a: { b: 1 } c: { d: 1 }\n',
    '1:13 the value before this has ended already → begin a new line here',
  ],
  [
    'a remark of another language',
    'a: 1\n// b\nc: 1\n',
    '2:1 this line is no key with a value → begin a remark with "#"',
  ],
  [
    'curly quotes',
    'a:\n  b: “c: d”\n',
    '2:6 "“" (U+201C) is no straight quote, and begins no quoted text → write straight quotes at both ends',
  ],
  [
    'a name of an anchor that is none',
    'a: *b:\n',
    '1:4 a star begins the name of an anchor, but none follows → put it in quotes: "*b"',
  ],
  ['no comma', 'a: { b: 1 c: 2 }\n', '1:9 a comma is missing after this → put one there'],
  [
    'no comma behind a text',
    'a: {\n  b: x y\n  c: 2,\n}\n',
    '2:6 a comma is missing after this → put one there',
  ],
  [
    'no comma behind a quote and a remark',
    'a: {\n  b: "x" # a remark\n\n  c: 2,\n}\n',
    '2:8 a comma is missing after this → put one there',
  ],
  ['no comma in JSON', '{\n  "a": [1]\n  "b": 2\n}', '2:10 a comma is missing after this → put one there'],
  [
    'an item among keys',
    'a:\n  b: 1\n  - c\n',
    '3:3 an item of a list stands where a key belongs → indent it as the other items are, or put it below the key that it belongs to',
  ],
  [
    'a list behind its key',
    'a: - b\n',
    '1:4 a list begins on the line of its key → begin it on the next line, or put a text that begins with a dash in quotes',
  ],
  [
    'a bracket too many',
    'a: [1]]\n',
    '1:7 this bracket closes none that is open → take it out, or put the text that it belongs to in quotes',
  ],
  [
    'an escape',
    'a: "\\q"\n',
    '1:5 this is no escape that YAML knows → write \\\\ for a backslash, or use single quotes',
  ],
  [
    'what follows a quote',
    "a: 'it's'\n",
    '1:8 the value before this has ended already → put all of it between two quotes, and double a single quote within',
  ],
  [
    'anything else',
    `${'x'.repeat(1100)}: 1`,
    '1:1 this is not YAML: The : indicator must be at most 1024 chars after the start of an implicit block mapping key → correct it here',
  ],
])('a syntax error is told once, with its place: %s', (_, text, expected) => {
  expect(faultsOf(text)).toEqual([`a.yaml:${expected}`])
})

test('a wrong indent is told at its line, not at an empty one before it', () => {
  expect(faultsOf('a:\n  b: { c: 1 }\n\n   d: { c: 1 }\n')).toEqual([
    'a.yaml:4:1 this line is indented unlike its neighbours → indent it as its neighbours are',
  ])
})

test('a bracket that is never closed is told with the place where it should have been', () => {
  const { faults } = load({ file: 'a.yaml', bytes: new TextEncoder().encode('a: [1, 2\nb: 1\n') })
  expect(faults[0]?.also).toMatchObject([
    { place: { line: 2, column: 1 }, says: 'by here it should be closed' },
  ])
})

test('a line that lost its indent is told, and one that is indented too far where the others are right', () => {
  const told = (line: number) => [
    `a.yaml:${line}:1 this line is indented unlike its neighbours → indent it as its neighbours are`,
  ]
  const entry = '{ x: 1 }'
  expect(faultsOf(`a:\n  b: ${entry}\nc: ${entry}\n  d: ${entry}\n  e: ${entry}\nf: 1\n`)).toEqual(told(3))
  expect(faultsOf(`a:\n  b:\n    c: 1\n  d: ${entry}\n    e: ${entry}\n  f: 1\n`)).toEqual(told(5))
  expect(faultsOf(`a:\n# b\nc: ${entry}\n\n  d: ${entry}\n`)).toEqual(told(3))
})

test.each([
  [
    'in a quote that is never closed',
    'a: "b:\u00a0c\n',
    '1:4 this quote is never closed → close it with the same quote',
  ],
  [
    'behind a later colon',
    'a: { b:\u3000c, d: "e }\n',
    '1:15 this quote is never closed → close it with the same quote',
  ],
  [
    'in a remark',
    'a: 1\nb c # d:\u00a0e\nf: 1\n',
    '2:1 this line is no key with a value → put a colon and a space behind the key, or indent the line further where it goes on with the one above',
  ],
])('a space of another kind is not taken for what is wrong %s', (_, text, expected) => {
  expect(faultsOf(text)).toEqual([`a.yaml:${expected}`])
})

test.each([
  ['in the indent', 'a:\n  c: 1\n \u00a0b: 1\n', '3:2'],
  ['behind the first key', 'a: 1\nb:\u00a0c\nd: 1\n', '2:3'],
  ['behind a key in quotes', 'a: 1\n"b: c":\u3000d\ne: 1\n', '2:8'],
  ['behind a later key, right before a bracket', 'a: { b:\u00a0[c] }\n', '1:8'],
])('a space of another kind is told %s', (_, text, place) => {
  const [fault = ''] = faultsOf(text)
  expect(fault).toMatch(
    new RegExp(`^a\\.yaml:${place} a space of another kind \\(U\\+(00A0|3000)\\) stands here`),
  )
})
