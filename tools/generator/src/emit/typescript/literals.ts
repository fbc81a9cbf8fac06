/** A string literal with the quotes that need fewer escapes, single ones where it makes no difference. */
export function quoted(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`
  const quote = count(text, "'") > count(text, '"') ? '"' : "'"
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`)
  return `${quote}${escaped}${quote}`
}

/** Most texts need no escapes, and there are thousands. */
const PLAIN = /^[ !#-&(-[\]-~]*$/

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/**
 * A property's name, in quotes only where it needs them. Not even in quotes is `__proto__`
 * one: it is the prototype.
 */
export function propertyName(name: string): string {
  if (name === '__proto__') return `['__proto__']`
  return isIdentifier(name) ? name : quoted(name)
}

/** Whether a text can be written as a name without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name)
}
