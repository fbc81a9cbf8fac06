const WIDTH = 110

/**
 * What stands in a doc comment: one line where that fits, else wrapped lines after a line feed. Paragraphs
 * are parted by empty lines.
 *
 * @param indent - how many spaces stand before the comment.
 */
export function docText(docs: string, indent: number): string {
  const safe = docs.trim().replaceAll('*/', '*\\/')
  const oneLine = `/** ${safe} */`
  if (!safe.includes('\n') && indent + oneLine.length <= WIDTH) return safe
  return `\n${wrap(safe, WIDTH - indent - ' * '.length).join('\n')}`
}

/** A doc comment, on one line where it fits. */
export function docComment(docs: string, indent: string): string {
  const content = docText(docs, indent.length)
  if (!content.startsWith('\n')) return `${indent}/** ${content} */`
  const lines = content.slice(1).split('\n')
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n')
}

/**
 * Breaks each line of a text at spaces so that it is no longer than a width, where its words
 * allow. A link is one word.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line.trim(), width))
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.match(/(?:@see )?\{@link [^}]*\}[^ ]*|[^ ]+/g) ?? ['']) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else {
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}
