import type { House } from '../house/house.js'
import type { Model } from '../model/model.js'
import type { markMembers } from '../signature/mark.js'
import type { Part } from '../spec/documents.js'
import type { Module } from './typescript/declarations.js'

/** A file to be, not yet text. */
export interface Output {
  readonly path: string
  /** The files of the spec that it is made from. */
  readonly from: readonly (Part | 'vectors')[]
  /** A TypeScript module, a page of Markdown or HTML, or a JSON document. */
  readonly content: Module | string | JsonDocument
}

/** A JSON document, and the name of the first member, which says what made it. */
export interface JsonDocument {
  readonly mark: (typeof markMembers)[number]
  readonly value: JsonObject
}

/** A JSON object. A member that is `undefined` is left out. */
export interface JsonObject {
  readonly [name: string]: Json | undefined
}

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** Makes one kind of output. */
export type Emitter = (model: Model, house: House) => readonly Output[]
