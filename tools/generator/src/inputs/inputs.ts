import type { Disk } from '../disk/disk.js'
import type { House } from '../house/house.js'
import type { PerPart } from '../spec/documents.js'
import type { Part } from './bundle.js'

/** A file of the spec as bytes; `undefined` where it is missing. */
export interface Input {
  readonly file: string
  readonly bytes: Uint8Array | undefined
}

/** A text that is the same only for the same bytes of the same file. */
export function fingerprint({ file, bytes }: Input): string {
  return bytes === undefined ? file : `${file}\n${Buffer.from(bytes).toString('latin1')}`
}

/** The files of examples and their schema, which is not read where there is none of them. */
export interface VectorInputs {
  /** Where they belong; `undefined` where there are to be none. */
  readonly folder: string | undefined
  readonly files: readonly Input[]
  readonly schema: Input | undefined
}

/** All that is read, before anything is understood. */
export interface Inputs {
  readonly documents: PerPart<Input>
  readonly schemas: PerPart<Input>
  readonly vectors: VectorInputs
  /** What was released last, where anything was. */
  readonly released: Input
  /** All that the outputs depend on, the house included. */
  readonly parts: readonly Part[]
}

/** Reads the spec and its schemas, each once. */
export async function readInputs(house: House, disk: Pick<Disk, 'read' | 'list'>): Promise<Inputs> {
  const read = async (file: string): Promise<Input> => ({ file, bytes: await disk.read(file) })
  const readAll = async ({ endpoints, scopes, operations }: PerPart<string>): Promise<PerPart<Input>> => ({
    endpoints: await read(endpoints),
    scopes: await read(scopes),
    operations: await read(operations),
  })
  const [documents, schemas] = [await readAll(house.spec), await readAll(house.schemas)]
  const vectors = await readVectors(house, disk, read)
  const released = await read(house.release.model)
  const all = [
    ...Object.values(documents),
    ...Object.values(schemas),
    ...vectors.files,
    ...(vectors.schema ? [vectors.schema] : []),
    released,
  ]
  const parts: Part[] = [['house', JSON.stringify(house)]]
  for (const { file, bytes } of all) parts.push([file, bytes])
  return { documents, schemas, vectors, released, parts }
}

async function readVectors(
  { vectors }: House,
  disk: Pick<Disk, 'list'>,
  read: (file: string) => Promise<Input>,
): Promise<VectorInputs> {
  if (vectors === undefined) return { folder: undefined, files: [], schema: undefined }
  const listed = (await disk.list(vectors.folder)).filter((file) => file.endsWith('.yaml'))
  const files = await Promise.all(listed.map(read))
  const schema = files.length === 0 ? undefined : await read(vectors.schema)
  return { folder: vectors.folder, files, schema }
}
