/**
 * The names that Markdown shows as code: the whole of each, since `box:read` within
 * `big box:read` names something else.
 */

/** What stands between backquotes, as many before as after; a comment shows nothing, a backslash undoes both. */
export function codeIn(markdown: string): readonly string[] {
  const visible = markdown.replace(/(?<!\\)<!--[\s\S]*?(?:-->|$)/g, '')
  return [...visible.matchAll(/(?<![`\\])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)].map(([, , code = '']) =>
    code.trim().replace(/\s+/g, ' '),
  )
}
