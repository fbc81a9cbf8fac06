import type { Disk } from './disk.js'
import { type PerPart, parts } from './documents.js'
import type { House } from './house.js'
import { hashOf } from './remember.js'

/** A file of the spec as bytes; `undefined` where it is missing. */
export interface Input {
  readonly file: string
  readonly bytes: Uint8Array | undefined
}

/** All that is read, before anything is understood. */
export interface Inputs {
  readonly documents: PerPart<Input>
  readonly schemas: PerPart<Input>
  /** The hash of all that the outputs depend on. */
  key(engine: string): string
}

/** Reads the spec and its schemas, each once. */
export async function readInputs(house: House, disk: Disk): Promise<Inputs> {
  const read = async (file: string): Promise<Input> => ({ file, bytes: await disk.read(file) })
  const readAll = async ({ endpoints, scopes, operations }: PerPart<string>): Promise<PerPart<Input>> => ({
    endpoints: await read(endpoints),
    scopes: await read(scopes),
    operations: await read(operations),
  })
  const [documents, schemas] = [await readAll(house.spec), await readAll(house.schemas)]
  const bytes = parts.flatMap((part) => [documents[part].bytes, schemas[part].bytes])
  return { documents, schemas, key: (engine) => hashOf([engine, JSON.stringify(house), ...bytes]) }
}
