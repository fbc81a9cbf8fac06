/** How doc comments lead to the reference. */
import type { House } from '../../house/house.js'
import { anchorOf } from '../../model/headings.js'

/** The tag by which an editor leads from a doc comment to a section of the page of scopes. */
export function seeScopes({ referenceUrl }: House, heading: string): string {
  return `@see {@link ${referenceUrl}/scopes.md#${anchorOf(heading)}}`
}
