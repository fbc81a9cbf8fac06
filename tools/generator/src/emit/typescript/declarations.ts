/**
 * A TypeScript module as plain data. The emitters build these values, and only `print.ts` turns them into
 * text, so an emitter is tested without a compiler and another printer touches one file.
 */

/** A module: imports first, then declarations in the order given. */
export interface Module {
  readonly imports: readonly Import[]
  readonly declarations: readonly Declaration[]
}

/** Names taken from another module. */
export interface Import {
  readonly from: string
  readonly names: readonly string[]
  /** Whether all of them are types only. */
  readonly typeOnly?: boolean
}

/** What a module exports. */
export type Declaration = Constant | Interface | Union | TypeMap | ExportedFunction | Reexport

/** `export const name: type = value as const` */
export interface Constant {
  readonly kind: 'constant'
  readonly name: string
  readonly docs: string
  readonly type?: string
  readonly value: Expression
  readonly asConst?: boolean
}

/** `export interface Name { … }` */
export interface Interface {
  readonly kind: 'interface'
  readonly name: string
  readonly docs: string
  readonly fields: readonly Field[]
}

/** A read-only member of an interface. */
export interface Field {
  readonly name: string
  readonly docs: string
  readonly type: string
  readonly optional: boolean
}

/** `export type Name = 'one' | 'two'` */
export interface Union {
  readonly kind: 'union'
  readonly name: string
  readonly docs: string
  readonly members: readonly string[]
}

/** `export type Name = { readonly name: One | Other }`: a type for each of many names. */
export interface TypeMap {
  readonly kind: 'type-map'
  readonly name: string
  readonly docs: string
  /** Each name with the members of its union, as code. */
  readonly entries: readonly { readonly name: string; readonly members: readonly string[] }[]
}

/** `export function name(parameter: Type): Returns { steps; return result }` */
export interface ExportedFunction {
  readonly kind: 'function'
  readonly name: string
  readonly docs: string
  readonly parameter: { readonly name: string; readonly type: string } | undefined
  readonly returns: string
  readonly steps: readonly Expression[]
  readonly result: Expression
}

/** `export * from 'from'` */
export interface Reexport {
  readonly kind: 'reexport'
  readonly from: string
}

/** A value. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly spread: boolean }
  | { readonly kind: 'call'; readonly callee: string; readonly args: readonly Expression[] }

/** A member of an object. */
export interface Member {
  readonly name: string
  readonly value: Expression
  readonly docs?: string
}

/** A string literal. */
export function text(value: string): Expression {
  return { kind: 'text', text: value }
}

/** A piece of code as it stands: a name, a number. It stays on one line. */
export function code(value: string): Expression {
  return { kind: 'code', code: value }
}

/** An array. */
export function list(items: readonly Expression[]): Expression {
  return { kind: 'list', items }
}

/** An object on one line where it fits. */
export function object(members: readonly Member[]): Expression {
  return { kind: 'object', members, spread: false }
}

/** An object with a line for each member. */
export function spreadObject(members: readonly Member[]): Expression {
  return { kind: 'object', members, spread: true }
}

/** A call of a function or a method. */
export function call(callee: string, ...args: readonly Expression[]): Expression {
  return { kind: 'call', callee, args }
}
