import { anchorOf } from '../../model/headings.js'

/** The links of a page of Markdown into itself that lead to no heading. */
export function linksWithoutHeading(text: string): string[] {
  const anchors = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)))
  const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, target = '']) => target)
  if (links.length === 0) return ['there is no link']
  return links.filter((target) => !anchors.has(target))
}
