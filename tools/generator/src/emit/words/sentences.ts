/** Words put together into sentences and paragraphs of Markdown. */

/** The paragraphs that there are. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join('\n\n')
}

/** `a`, `b` and `c`. */
export function enumerated(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`
}
