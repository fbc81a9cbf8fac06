import type { Expression, Member } from './declarations.js'
import { docComment } from './docs.js'
import { isIdentifier, propertyName, quoted } from './literals.js'

const WIDTH = 110
const STEP = '  '

/**
 * An expression as text, laid out as the formatter would: on one line where that fits,
 * else a line for each part.
 *
 * @param indent - the indentation of the line on which it begins.
 * @param taken - how many columns of its lines are spoken for: what stands before it and what must follow it.
 */
export function printExpression(expression: Expression, indent: string, taken: number): string {
  if (!mustSpread(expression)) {
    const line = flat(expression)
    if (taken + line.length <= WIDTH) return line
  }
  return spread(expression, indent)
}

function flat(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return quoted(expression.text)
    case 'code':
      return expression.code
    case 'list':
      return `[${expression.items.map(flat).join(', ')}]`
    case 'object':
      if (expression.members.length === 0) return '{}'
      return `{ ${expression.members.map(flatMember).join(', ')} }`
    case 'call':
      return `${expression.callee}(${expression.args.map(flat).join(', ')})`
  }
}

function flatMember({ name, value }: Member): string {
  return isShorthand(name, value) ? name : `${propertyName(name)}: ${flat(value)}`
}

function isShorthand(name: string, value: Expression): boolean {
  return value.kind === 'code' && value.code === name && isIdentifier(name)
}

function spread(expression: Expression, indent: string): string {
  const inner = indent + STEP
  switch (expression.kind) {
    case 'text':
    case 'code':
      return flat(expression)
    case 'list':
      return bracketed(
        '[',
        expression.items.map((item) => part(item, inner)),
        ']',
        indent,
      )
    case 'object':
      return bracketed(
        '{',
        expression.members.map((member) => printMember(member, inner)),
        '}',
        indent,
      )
    case 'call': {
      const [only, ...others] = expression.args
      if (only !== undefined && others.length === 0 && (only.kind === 'list' || only.kind === 'object')) {
        return `${expression.callee}(${spread(only, indent)})`
      }
      return bracketed(
        `${expression.callee}(`,
        expression.args.map((arg) => part(arg, inner)),
        ')',
        indent,
      )
    }
  }
}

function bracketed(open: string, parts: readonly string[], close: string, indent: string): string {
  return `${open}\n${parts.map((line) => `${line},\n`).join('')}${indent}${close}`
}

function part(expression: Expression, indent: string): string {
  return indent + printExpression(expression, indent, indent.length + 1)
}

function printMember({ name, value, docs }: Member, indent: string): string {
  const comment = docs === undefined ? '' : `${docComment(docs, indent)}\n`
  if (isShorthand(name, value)) return `${comment}${indent}${name}`
  const key = `${indent}${propertyName(name)}:`
  const printed = printExpression(value, indent, key.length + 2)
  const ownLine = value.kind === 'text' && key.length + 2 + printed.length > WIDTH
  return ownLine ? `${comment}${key}\n${indent}${STEP}${printed}` : `${comment}${key} ${printed}`
}

/** Whether an expression takes several lines however short it is. */
function mustSpread(expression: Expression): boolean {
  switch (expression.kind) {
    case 'text':
    case 'code':
      return false
    case 'list':
      return isTable(expression.items) || expression.items.some(mustSpread)
    case 'object':
      return (
        (expression.spread && expression.members.length > 0) ||
        expression.members.some(({ value, docs }) => docs !== undefined || mustSpread(value))
      )
    case 'call':
      return expression.args.some(mustSpread)
  }
}

/** A list of several lists, or of several objects, with more than one entry each. */
function isTable(items: readonly Expression[]): boolean {
  const [first] = items
  return items.length > 1 && items.every((item) => item.kind === first?.kind && size(item) > 1)
}

function size(expression: Expression): number {
  if (expression.kind === 'list') return expression.items.length
  return expression.kind === 'object' ? expression.members.length : 0
}
