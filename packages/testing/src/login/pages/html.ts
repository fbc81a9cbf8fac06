/** HTML in which whatever comes from outside is escaped. */

/** Text with markup in it that is trusted. */
export interface Html {
  readonly markup: string
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template whose values are escaped, unless they are `Html` themselves. */
export function html(
  texts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  let markup = texts[0] ?? ''
  for (const [at, value] of values.entries()) markup += markupOf(value) + (texts[at + 1] ?? '')
  return { markup }
}

/** The text that an escaped one stands for. */
export function unescaped(markup: string): string {
  return Object.entries(escapes).reduceRight((text, [sign, name]) => text.replaceAll(name, sign), markup)
}

function markupOf(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string')
    return value.replace(/[&<>"']/g, (character) => escapes[character] ?? character)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}
