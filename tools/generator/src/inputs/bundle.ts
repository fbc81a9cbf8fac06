/** A part of a bundle. A part without bytes is told from one with none. */
export type Part = readonly [name: string, content: Content]

type Content = string | Uint8Array | undefined

/** Parts as one: the same bytes only for the same parts in the same order. */
export function bundleOf(parts: readonly Part[]): Uint8Array {
  const contents = parts.map(([, content]) => bytesOf(content))
  const list = parts.map(([name], index) => [name, contents[index]?.length])
  return Buffer.concat([
    Buffer.from(JSON.stringify(list)),
    ...contents.filter((bytes) => bytes !== undefined),
  ])
}

/** Whether the parts are the same, byte by byte: comparing costs less than hashing. */
export function isSame(one: readonly Part[], other: readonly Part[]): boolean {
  return (
    one.length === other.length &&
    one.every(([name, content], index) => name === other[index]?.[0] && isEqual(content, other[index][1]))
  )
}

function isEqual(one: Content, other: Content): boolean {
  const [bytes, others] = [bytesOf(one), bytesOf(other)]
  return bytes === undefined || others === undefined ? bytes === others : Buffer.compare(bytes, others) === 0
}

function bytesOf(content: Content): Uint8Array | undefined {
  return typeof content === 'string' ? Buffer.from(content) : content
}
