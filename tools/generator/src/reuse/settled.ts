/**
 * Gives plain data that says the same as the data before as that, so that whoever keeps it sees that nothing
 * changed. The order of keys is part of what is said: outputs stand in it.
 */
export function settled<T>(): (value: T) => T {
  let last: { readonly value: T; readonly text: string } | undefined
  return (value) => {
    const text = JSON.stringify(value)
    if (last?.text !== text) last = { value, text }
    return last.value
  }
}
