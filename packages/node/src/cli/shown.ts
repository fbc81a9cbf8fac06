/** Text from a command line or a file, made fit for a terminal and a log. */

const MAX = 120

/** Without what would command a terminal or break the line, and short. */
export function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return line.length > MAX ? `${line.slice(0, MAX)}…` : line
}
