import { allMappings, fromMap } from '@jridgewell/gen-mapping'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { declarationMap } from './declaration-map.js'

const code = `/** Boxes. */
export const Boxes = {
  /** See them. */
  readOnly: 'box:read',
  'read-write': 'box:write',
} as const

/** Not of the spec. */
export const limit: number = 1
`
const { outputText: declarations, sourceMapText: compilers = '' } = ts.transpileDeclaration(code, {
  fileName: 'scopes.ts',
  compilerOptions: { declarationMap: true },
})

const place = { file: 'spec.yaml', line: 7, column: 3, width: 3, text: '  box:' }
const placeOf = (constant: string) => (constant === 'Boxes' ? place : undefined)
const led = declarationMap(declarations, compilers, '../spec.yaml', placeOf)

/** Where each position of the declarations leads, as `line:column`. */
function steps(map: string): Record<string, string> {
  return Object.fromEntries(
    allMappings(fromMap(map)).map(({ generated, source, original }) => [
      `${generated.line}:${generated.column}`,
      `${source} ${original?.line}:${original?.column}`,
    ]),
  )
}

/** The position of a text in the declarations. */
function at(text: string, after = 0): string {
  const before = declarations.slice(0, declarations.indexOf(text) + after).split('\n')
  return `${before.length}:${before.at(-1)?.length}`
}

test.each([
  ['a constant', 'Boxes:'],
  ['its declaration', 'export declare const Boxes'],
  ['a member', 'readOnly:'],
  ['the declaration of a member', 'readonly readOnly'],
  ['a member in quotes', "'read-write'"],
])('%s leads to the key in the spec', (_, text) => {
  expect(steps(led)[at(text)]).toBe('../spec.yaml 7:2')
})

test.each([
  ['a constant', 'export declare const Boxes'],
  ['its declaration', '};'],
  ['a member', 'readOnly'],
  ['the declaration of a member', 'readonly readOnly: "box:read";'],
  ['a member in quotes', "'read-write'"],
])('the end of %s leads to the end of the key, so that what stands before makes sense', (_, text) => {
  expect(steps(led)[at(text, text.length)]).toBe('../spec.yaml 7:5')
})

test('what the spec does not speak of leads where the compiler led it', () => {
  const before = steps(compilers)
  const own = Object.entries(steps(led)).filter(([, to]) => to.startsWith('scopes.ts'))
  expect(own.length).toBeGreaterThan(3)
  expect(own).toEqual(own.map(([from]) => [from, before[from]]))
  expect(steps(led)[at('limit')]).toBe('scopes.ts 9:13')
})

test('no position leads to two places, which an editor could not tell apart', () => {
  const positions = allMappings(fromMap(led)).map(({ generated }) => `${generated.line}:${generated.column}`)
  expect(positions).toEqual([...new Set(positions)])
})

test('made again of itself the map stays the same', () => {
  expect(declarationMap(declarations, led, '../spec.yaml', placeOf)).toBe(led)
})

test('led to a copy and back, the map is as before', () => {
  const away = declarationMap(declarations, led, 'copy.yaml', placeOf)
  expect(Object.values(steps(away)).filter((to) => to.startsWith('../spec.yaml'))).toEqual([])
  expect(declarationMap(declarations, away, '../spec.yaml', placeOf)).toBe(led)
})
