/**
 * Words of the spec as Markdown. In them a pair of backquotes marks code and nothing else means anything, so
 * whatever Markdown, HTML in it or a doc comment (`@`, `{`) would read gets a backslash. Pages, comments and
 * descriptions all go through here.
 */
export function prose(words: string): string {
  const line = words.trim().replace(/\s*\n\s*/g, ' ')
  return line
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('')
    .replace(/^(?=[-+>=])|(?<=^\d{1,9})(?=[.)])/, '\\')
}

/** An underscore inside a word, as in `read_only`, is no emphasis. */
function escaped(part: string): string {
  return part.replace(/[\\`*[\]<&#~$@{}]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
}
