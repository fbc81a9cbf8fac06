/** A value as JSON, written when it is handed in. */
import { UsageError } from './usage-error.js'

/**
 * Writes a value down, so that nothing of it can change or fail any more: whatever its getters and `toJSON`
 * throw comes out in the test, not in the server.
 *
 * @throws UsageError for what JSON can't say.
 */
export function jsonText(where: string, name: string, value: unknown): string {
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new UsageError(where, name, 'something that JSON can say')
  return text
}
