import type { Part } from '../documents.js'
import type { House } from '../house.js'
import type { Model } from '../model/model.js'
import type { Module } from './typescript/declarations.js'

/** A file to be, not yet text. */
export interface Output {
  readonly path: string
  /** The files of the spec that it is made from. */
  readonly from: readonly Part[]
  /** A TypeScript module, or a page of Markdown. */
  readonly content: Module | string
}

/** Makes one kind of output. */
export type Emitter = (model: Model, house: House) => readonly Output[]
