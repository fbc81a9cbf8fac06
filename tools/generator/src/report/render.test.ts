import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { type Fault, Faults, type Place, wholeFile } from './fault.js'
import { renderFaults } from './render.js'
import { visible } from './visible.js'

const formats = ['text', 'json', 'editor', 'github'] as const

function place(file: string, line: number, column: number, width = 1, text = 'some: text here'): Place {
  return { file, line, column, width, text }
}

function fault(at: Place, more: Partial<Fault> = {}): Fault {
  return { rule: 'no-wrong', place: at, wrong: 'this is wrong', expected: 'that', fix: 'do that', ...more }
}

/** What stands above the marks, in a terminal whose characters are one or two columns wide. */
function marked(
  text: string,
  column: number,
  width: number,
  wide: RegExp = /[\u{10000}-\u{10FFFF}一-龠]/u,
): string {
  const [, line = '', marks = ''] = renderFaults([fault(place('a', 1, column, width, text))]).split('\n')
  let at = 0
  let found = ''
  for (const character of line) {
    if (marks[at] === '^') found += character
    at += wide.test(character) ? 2 : 1
  }
  return found
}

test('a fault names file, line and column, shows the line, marks the place and says what to do', () => {
  expect(renderFaults([fault(place('spec/a.yaml', 12, 7, 4))])).toBe(
    [
      'spec/a.yaml:12:7: this is wrong',
      '  12 | some: text here',
      '     |       ^^^^',
      '  expected: that',
      '  → do that',
      '',
    ].join('\n'),
  )
})

test('what was expected and other places are told too', () => {
  const also = [{ place: place('spec/b.yaml', 3, 1, 4), says: 'the first stands here' }]
  const expected = 'one of a, b'
  expect(renderFaults([fault(place('spec/a.yaml', 12, 7, 4), { expected, also })])).toBe(
    [
      'spec/a.yaml:12:7: this is wrong',
      '  12 | some: text here',
      '     |       ^^^^',
      '  spec/b.yaml:3:1: the first stands here',
      '  3 | some: text here',
      '    | ----',
      '  expected: one of a, b',
      '  → do that',
      '',
    ].join('\n'),
  )
})

test('a fault of a whole file shows no line', () => {
  expect(renderFaults([fault(wholeFile('spec/a.yaml'), { wrong: 'it is missing', fix: 'write it' })])).toBe(
    'spec/a.yaml:1:1: it is missing\n  expected: that\n  → write it\n',
  )
})

test('a place far to the right is shown with what stands round it', () => {
  const text = `${'x'.repeat(1500)}HERE${'y'.repeat(1500)}`
  const [, line = '', caret = ''] = renderFaults([fault(place('a', 1, 1501, 4, text))]).split('\n')
  expect(line.length).toBeLessThan(120)
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE')
  expect(line).toMatch(/\| …x+HEREy+…$/)
})

test('the caret stands right after tabs, wide characters and emoji', () => {
  expect(marked('\t\tx: 1', 3, 1)).toBe('x')
  expect(marked('a: 数据库, b: x', 12, 1)).toBe('x')
  expect(marked('数据库: x', 1, 3)).toBe('数据库')
  expect(marked('🚀🚀: x', 7, 1)).toBe('x')
  expect(marked('e\u0301: x', 5, 1, /(?!)/)).toBe(' ')
})

test('the place after the last character of a line can be marked', () => {
  const [, line, caret] = renderFaults([fault(place('a', 1, 4, 1, 'a: '))]).split('\n')
  expect([line, caret]).toEqual(['  1 | a:', '    |    ^'])
})

test('nothing in the spec reaches a terminal as a command', () => {
  const evil = 'a: \u001B]0;title\u0007\u009B31m\u202Etxt.exe\u2066\u200B\r\u2028\uFEFF'
  const text = renderFaults(
    formats.map(() =>
      fault(place('x\u001B[2J.yaml', 1, 1, 3, evil), { wrong: evil, fix: evil, expected: evil }),
    ),
  )
  expect(text).toContain(
    'a: <U+001B>]0;title<U+0007><U+009B>31m<U+202E>txt.exe<U+2066><U+200B><U+000D><U+2028><U+FEFF>',
  )
  for (const format of formats) {
    const told = renderFaults([fault(place('x\u001B[2J.yaml', 1, 1, 3, evil), { wrong: evil, fix: evil })], {
      format,
    })
    expect(told, format).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}]/u)
  }
})

test.each([
  ['::error::x', '<U+003A>:error::x'],
  ['  ::add-mask::x', '  <U+003A>:add-mask::x'],
  ['a ##[error]x ##[group]', 'a <U+0023>#[error]x <U+0023>#[group]'],
  ['a::b #[c] ## [d]', 'a::b #[c] ## [d]'],
])('nothing that is shown is a command of a workflow: %s', (text, shown) => {
  expect(visible(text)).toBe(shown)
})

test('a caret marks the whole of what is shown for a hidden character', () => {
  const [, line, caret] = renderFaults([fault(place('a', 1, 2, 1, 'a\u200Bb'))]).split('\n')
  expect([line, caret]).toEqual(['  1 | a<U+200B>b', '    |  ^^^^^^^^'])
})

test('a text too long to read is cut for people, and whole in JSON', () => {
  const faults = [fault(place('a', 1, 1), { expected: 'x'.repeat(30_000) })]
  for (const format of ['text', 'editor', 'github'] as const)
    expect(renderFaults(faults, { format }), format).toMatch(/x{100}…/)
  expect(renderFaults(faults).length).toBeLessThan(1000)
  expect(renderFaults(faults, { format: 'json' })).toContain('x'.repeat(30_000))
})

test('a text of several lines is told on one', () => {
  const [first] = renderFaults([fault(place('a', 1, 1), { wrong: '"one\n  two" is wrong' })]).split('\n')
  expect(first).toBe('a:1:1: "one two" is wrong')
})

test('colours change nothing but the colours', () => {
  const faults = [
    fault(place('a', 1, 1), { expected: 'x', also: [{ place: place('a', 2, 1), says: 'here' }] }),
  ]
  const coloured = renderFaults(faults, { colour: true })
  expect(coloured).toContain('\u001B[')
  expect(stripVTControlCharacters(coloured)).toBe(renderFaults(faults, { colour: false }))
  for (const format of ['json', 'editor', 'github'] as const) {
    expect(renderFaults(faults, { format, colour: true })).toBe(renderFaults(faults, { format }))
  }
})

test('JSON holds every field of every fault', () => {
  const also = [{ place: place('b', 3, 1, 4), says: 'the first' }]
  const text = renderFaults(
    [fault(place('a', 1, 2, 3), { expected: 'x', suggestion: 'y', also }), fault(wholeFile('c'))],
    {
      format: 'json',
    },
  )
  const line = { text: 'some: text here' }
  expect(JSON.parse(text)).toEqual({
    faults: [
      {
        severity: 'error',
        rule: 'no-wrong',
        ...{ file: 'a', line: 1, column: 2, endLine: 1, endColumn: 5, ...line },
        wrong: 'this is wrong',
        expected: 'x',
        suggestion: 'y',
        fix: 'do that',
        also: [{ file: 'b', line: 3, column: 1, endLine: 3, endColumn: 5, ...line, says: 'the first' }],
      },
      {
        severity: 'error',
        rule: 'no-wrong',
        ...{ file: 'c', line: 1, column: 1, endLine: 1, endColumn: 2, text: '' },
        wrong: 'this is wrong',
        expected: 'that',
        suggestion: null,
        fix: 'do that',
        also: [],
      },
    ],
  })
  expect(JSON.parse(renderFaults([], { format: 'json' }))).toEqual({ faults: [] })
})

test('JSON keeps what it escapes', () => {
  const text = '\u009B \u202E \u{E0001} 数'
  const [found] = JSON.parse(renderFaults([fault(place('a', 1, 1, 1, text))], { format: 'json' })).faults
  expect(found.text).toBe(text)
})

test('an editor gets one line a fault', () => {
  const also = [{ place: place('b', 3, 1), says: 'the first' }]
  expect(
    renderFaults([fault(place('a', 1, 2), { expected: 'x', also }), fault(place('b', 3, 1))], {
      format: 'editor',
    }),
  ).toBe(
    'a:1:2: error: this is wrong; b:3:1: the first; expected: x; do that [no-wrong]\n' +
      'b:3:1: error: this is wrong; expected: that; do that [no-wrong]\n',
  )
})

test('GitHub gets one command a fault, and nothing in it begins another', () => {
  const told = renderFaults(
    [fault(place('a,b:c%.yaml', 1, 2, 3), { wrong: '100%\n::error::x', expected: 'a: b, c' })],
    { format: 'github' },
  )
  expect(told).toBe(
    '::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=2,endColumn=5,title=no-wrong::' +
      '100%25 ::error::x%0Aexpected: a: b, c%0Ado that\n',
  )
})

test('faults are told once, in the order of files, lines and columns', () => {
  const [one, two, three, four] = [place('b', 1, 1), place('a', 10, 1), place('a', 9, 2), place('a', 9, 1)]
  const { faults, message } = new Faults([one, two, three, four, four].map((at) => fault(at)))
  expect(faults.map((found) => `${found.place.file}:${found.place.line}:${found.place.column}`)).toEqual([
    'a:9:1',
    'a:9:2',
    'a:10:1',
    'b:1:1',
  ])
  expect(message).toBe('4 faults')
  expect(new Faults([fault(one)]).message).toBe('1 fault')
})

const noFamilyAt = (line: number) => ({
  rule: 'x',
  place: { file: 'a.yaml', line, column: 2, width: 1, text: ` ${line}` },
  wrong: '"box" is no family',
  expected: 'a family',
  fix: 'declare it',
})

test('many faults of one cause are told together for people, each with its place', () => {
  const faults = [3, 5, 8, 9].map(noFamilyAt)
  const text = renderFaults(faults)
  expect(text.match(/is no family/g)).toHaveLength(1)
  expect(text).toContain('the same in 3 other places: a.yaml:5:2, a.yaml:8:2, a.yaml:9:2')
  expect(renderFaults(faults, { format: 'json' }).match(/is no family/g)).toHaveLength(4)
  expect(renderFaults(faults.slice(1)).match(/is no family/g)).toHaveLength(3)
})

test('of very many, the first places are named and the others counted', () => {
  const text = renderFaults(Array.from({ length: 60 }, (_, line) => noFamilyAt(line + 1)))
  expect(text).toContain(
    'the same in 59 other places: a.yaml:2:2, a.yaml:3:2, a.yaml:4:2, a.yaml:5:2, a.yaml:6:2, a.yaml:7:2, ' +
      'a.yaml:8:2, a.yaml:9:2, a.yaml:10:2, a.yaml:11:2, a.yaml:12:2, a.yaml:13:2, and 47 more (--format json has all)\n',
  )
})

test('faults with another remedy, or with another place that they speak of, are told apart', () => {
  const [first, ...others] = [3, 5, 8, 9, 10].map(noFamilyAt)
  const also = [{ place: place('b', 3, 1, 4), says: 'the first' }]
  for (const more of [{ fix: 'did you mean "fox"?', suggestion: 'fox' }, { expected: 'fox' }, { also }]) {
    const text = renderFaults([{ ...noFamilyAt(3), ...more }, ...others])
    expect(text.match(/is no family/g)).toHaveLength(2)
    expect(text).toContain('the same in 3 other places: a.yaml:8:2, a.yaml:9:2, a.yaml:10:2')
  }
  expect(renderFaults(first === undefined ? [] : [first, ...others])).toContain('the same in 4 other places')
})

test('faults that speak of another place as far from each are told together', () => {
  const faults = [3, 5, 8, 9].map((line) => {
    return { ...noFamilyAt(line), also: [{ place: place('a', line - 1, 1, 4), says: 'the same here' }] }
  })
  expect(renderFaults(faults).match(/the same here/g)).toHaveLength(1)
})

test('faults are told in the order of files and lines, those of one cause at the first place', () => {
  const other = (line: number) => ({ ...noFamilyAt(line), wrong: '"cat" is no family' })
  const faults = [other(2), noFamilyAt(3), other(4), noFamilyAt(5), noFamilyAt(8), noFamilyAt(9), other(11)]
  expect(renderFaults(faults).match(/^a\.yaml:\d+/gm)).toEqual([2, 3, 4, 11].map((line) => `a.yaml:${line}`))
})
