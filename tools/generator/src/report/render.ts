/** Faults as text, in the form that the reader asks for. */
import type { Fault } from './fault.js'
import { asJson } from './json.js'
import { asEditorLines, asGitHubCommands } from './lines.js'
import { asText } from './text.js'

/** The forms: for people, for programs, for editors (`file:line:column: error: …`), for GitHub's annotations. */
export type Format = 'text' | 'json' | 'editor' | 'github'

/** How faults are told. */
export interface Rendering {
  /** Left out: for people. */
  readonly format?: Format | undefined
  /** Whether to colour the text for people; the other forms have no colours. Left out: no. */
  readonly colour?: boolean | undefined
  /** Whether a JSON document stands on one line, as where several follow each other. Left out: no. */
  readonly compact?: boolean | undefined
}

/** All faults, in their order, with a line's end after the last. */
export function renderFaults(faults: readonly Fault[], { format, colour, compact }: Rendering = {}): string {
  switch (format) {
    case 'json':
      return asJson(faults, { compact })
    case 'editor':
      return asEditorLines(faults)
    case 'github':
      return asGitHubCommands(faults)
    case 'text':
    case undefined:
      return asText(faults, colour ?? false)
  }
}
