/** Faults on one line each, for editors and for GitHub. */
import type { Fault } from './fault.js'
import { positionOf } from './text.js'
import { visible } from './visible.js'

/**
 * `file:line:column: error: message [rule]`, as compilers write it and as problem
 * matchers of editors read it.
 */
export function asEditorLines(faults: readonly Fault[]): string {
  return faults
    .map((fault) => `${positionOf(fault.place)}: error: ${messageOf(fault).join('; ')} [${fault.rule}]\n`)
    .join('')
}

/** Workflow commands: GitHub shows each as an annotation at its place. */
export function asGitHubCommands(faults: readonly Fault[]): string {
  return faults.map((fault) => `${command(fault)}\n`).join('')
}

function command(fault: Fault): string {
  const { rule, place } = fault
  const properties = {
    file: visible(place.file),
    line: place.line,
    endLine: place.line,
    col: place.column,
    endColumn: place.column + place.width,
    title: rule,
  }
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  return `::error ${listed.join(',')}::${data(messageOf(fault).join('\n'))}`
}

/** Everything that is said of a fault, a sentence each. */
function messageOf({ wrong, expected, fix, also = [] }: Fault): readonly string[] {
  return [
    visible(wrong),
    ...also.map(({ place, says }) => `${positionOf(place)}: ${visible(says)}`),
    `expected: ${visible(expected)}`,
    visible(fix),
  ]
}

/** The escapes of the runner's commands, as the package `@actions/core` of github.com/actions/toolkit writes them. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
