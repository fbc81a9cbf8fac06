import { expect, test } from 'vitest'
import { printed } from '../model.fixture.js'
import { call, code, spreadObject, text } from './declarations.js'
import { ModulePrinter } from './print.js'

test('a constant', () => {
  expect(printed({ kind: 'constant', name: 'all', docs: 'All.', value: text('*') })).toBe(
    `/** All. */\nexport const all = '*'\n`,
  )
  const value = spreadObject([{ name: 'a', value: text('b') }])
  expect(printed({ kind: 'constant', name: 'x', docs: 'X.', value, asConst: true })).toBe(
    `/** X. */\nexport const x = {\n  a: 'b',\n} as const\n`,
  )
  expect(printed({ kind: 'constant', name: 'x', docs: 'X.', type: 'X', value: code('y') })).toBe(
    '/** X. */\nexport const x: X = y\n',
  )
})

test('an interface', () => {
  const fields = [
    { name: 'one', docs: 'One.', type: 'string', optional: false },
    { name: 'two', docs: 'Two.', type: 'number', optional: true },
  ]
  expect(printed({ kind: 'interface', name: 'X', docs: 'X.', fields })).toBe(
    [
      '/** X. */',
      'export interface X {',
      '  /** One. */',
      '  readonly one: string',
      '  /** Two. */',
      '  readonly two?: number | undefined',
      '}',
      '',
    ].join('\n'),
  )
})

test('a union, on one line where it fits', () => {
  expect(printed({ kind: 'union', name: 'X', docs: 'X.', members: ['a', 'b'] })).toBe(
    `/** X. */\nexport type X = 'a' | 'b'\n`,
  )
  const members = Array.from({ length: 30 }, (_, index) => `member${index}`)
  expect(printed({ kind: 'union', name: 'X', docs: 'X.', members })).toMatch(
    /^\/\*\* X\. \*\/\nexport type X =\n {2}\| 'member0'\n {2}\| 'member1'\n[\s\S]*\n {2}\| 'member29'\n$/,
  )
})

test('a map of types, each on one line where it fits', () => {
  const members = Array.from({ length: 30 }, (_, index) => `member${index}`)
  const entries = [
    { name: 'one', members: ["'a'", 'B'] },
    { name: 'two:x', members },
  ]
  expect(printed({ kind: 'type-map', name: 'X', docs: 'X.', entries })).toBe(
    [
      '/** X. */',
      'export type X = {',
      "  readonly one: 'a' | B",
      "  readonly 'two:x':",
      ...members.map((member) => `    | ${member}`),
      '}',
      '',
    ].join('\n'),
  )
})

test('a function', () => {
  const shared = { kind: 'function', docs: 'F.', returns: 'X' } as const
  expect(
    printed({
      ...shared,
      name: 'f',
      parameter: { name: 'a', type: 'A' },
      steps: [call('g', code('a'))],
      result: code('a'),
    }),
  ).toBe('/** F. */\nexport function f(a: A): X {\n  g(a)\n  return a\n}\n')
  expect(
    printed({
      ...shared,
      name: 'f',
      parameter: undefined,
      steps: [],
      result: spreadObject([{ name: 'a', value: code('1') }]),
    }),
  ).toBe('/** F. */\nexport function f(): X {\n  return {\n    a: 1,\n  }\n}\n')
})

test('declarations stand apart by one empty line each', () => {
  const module = {
    imports: [{ from: './a.js', names: ['A'], typeOnly: true }],
    declarations: [
      { kind: 'union', name: 'X', docs: 'X.', members: ['a'] },
      { kind: 'constant', name: 'x', docs: 'x.', type: 'A', value: code('1') },
      {
        kind: 'function',
        name: 'f',
        docs: 'f.',
        parameter: undefined,
        returns: 'A',
        steps: [],
        result: code('x'),
      },
      { kind: 'constant', name: 'y', docs: 'y.\n\nz.', value: code('2') },
    ],
  } as const
  expect(new ModulePrinter().print(module)).toBe(
    [
      `import type { A } from './a.js'`,
      `/** X. */\nexport type X = 'a'`,
      '/** x. */\nexport const x: A = 1',
      '/** f. */\nexport function f(): A {\n  return x\n}',
      '/**\n * y.\n *\n * z.\n */\nexport const y = 2\n',
    ].join('\n\n'),
  )
})

test('a printer may be used again', () => {
  const printer = new ModulePrinter()
  const module = { imports: [], declarations: [{ kind: 'reexport', from: './x.js' }] } as const
  expect([printer.print(module), printer.print(module)]).toEqual([
    `export * from './x.js'\n`,
    `export * from './x.js'\n`,
  ])
})
