/**
 * The scopes that a text names, which spaces or commas separate (RFC 6749 §3.3). What
 * could be none is left out.
 */
export function scopesOf(text: unknown): string[] {
  return wordsIn(text).filter(isScope)
}

/** Whether a text names scopes and nothing that could be none. */
export function namesScopes(text: unknown): boolean {
  const words = wordsIn(text)
  return words.length > 0 && words.every(isScope)
}

function wordsIn(text: unknown): string[] {
  return typeof text === 'string' ? text.split(/[\s,]+/).filter((word) => word !== '') : []
}

function isScope(word: string): boolean {
  return /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]+$/.test(word)
}
