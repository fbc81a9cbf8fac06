import { createRequire } from 'node:module'
import type TypeScript from 'typescript'

// An import would first read 9 MB of CommonJS for the names that it exports: as long again as loading it takes.
const ts: typeof TypeScript = createRequire(import.meta.url)('typescript')

/** A position in a file: lines and columns count from 0. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where a declaration file declares a name. */
export interface DeclaredName {
  /** The name of a constant; for a member of one, the constant's. */
  readonly constant: string
  /** The declaration, its doc comment left out. */
  readonly whole: Span
  readonly name: Span
}

/** From where to where something stands. */
export interface Span {
  readonly start: Position
  readonly end: Position
}

/** The constants of a declaration file and their members, in its order. */
export function declaredNames(text: string): readonly DeclaredName[] {
  const file = ts.createSourceFile('declarations.d.ts', text, ts.ScriptTarget.Latest)
  const position = (offset: number): Position => {
    const { line, character } = file.getLineAndCharacterOfPosition(offset)
    return { line, column: character }
  }
  const span = (node: TypeScript.Node): Span => ({
    start: position(node.getStart(file)),
    end: position(node.end),
  })
  const declared = (constant: string, whole: TypeScript.Node, name: TypeScript.Node): DeclaredName => ({
    constant,
    whole: span(whole),
    name: span(name),
  })
  return file.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap(({ name, type }) => {
      const constant = name.getText(file)
      const members = type !== undefined && ts.isTypeLiteralNode(type) ? type.members : []
      return [
        declared(constant, statement, name),
        ...members.flatMap((member) => (member.name ? [declared(constant, member, member.name)] : [])),
      ]
    }),
  )
}
