import { expect, test } from 'vitest'
import { type Fault, Faults, wholeFile } from './fault.js'
import { renderFaults } from './render.js'

function fault(file: string, line: number, column: number, width = 1, text = 'some: text here'): Fault {
  return { place: { file, line, column, width, text }, wrong: 'this is wrong', fix: 'do that' }
}

test('a fault names file, line and column, shows the line, marks the place and says what to do', () => {
  expect(renderFaults([fault('spec/a.yaml', 12, 7, 4)])).toBe(
    [
      'spec/a.yaml:12:7: this is wrong',
      '  12 | some: text here',
      '     |       ^^^^',
      '  → do that',
      '',
    ].join('\n'),
  )
})

test('a fault of a whole file shows no line', () => {
  const place = wholeFile('spec/a.yaml')
  expect(renderFaults([{ place, wrong: 'it is missing', fix: 'write it' }])).toBe(
    'spec/a.yaml:1:1: it is missing\n  → write it\n',
  )
})

test('a place far to the right is shown with what stands round it', () => {
  const text = `${'x'.repeat(150)}HERE${'y'.repeat(150)}`
  const [, line = '', caret = ''] = renderFaults([fault('a', 1, 151, 4, text)]).split('\n')
  expect(line.length).toBeLessThan(120)
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE')
})

test('a tab before the place moves the caret as it moves the text', () => {
  const [, line, caret] = renderFaults([fault('a', 1, 3, 1, '\t\tx')]).split('\n')
  expect(line).toBe('  1 | \t\tx')
  expect(caret).toBe('    | \t\t^')
})

test('faults are told in the order of files, lines and columns', () => {
  const { faults, message } = new Faults([
    fault('b', 1, 1),
    fault('a', 10, 1),
    fault('a', 9, 2),
    fault('a', 9, 1),
  ])
  expect(faults.map(({ place }) => `${place.file}:${place.line}:${place.column}`)).toEqual([
    'a:9:1',
    'a:9:2',
    'a:10:1',
    'b:1:1',
  ])
  expect(message).toBe('4 faults')
})
