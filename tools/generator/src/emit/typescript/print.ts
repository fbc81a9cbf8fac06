/**
 * The one seam to ts-morph. Loading it costs a fifth of a second, so this file is imported only
 * when something must be emitted, and each module goes through as one whole structure: a call per
 * member was forty times slower.
 */
import { createRequire } from 'node:module'
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  Project,
  StatementStructures,
  TypeAliasDeclarationStructure,
  ts as TypeScript,
  VariableStatementStructure,
} from 'ts-morph'
import type {
  Constant,
  Declaration,
  ExportedFunction,
  Interface,
  Module,
  TypeMap,
  Union,
} from './declarations.js'
import { docText } from './docs.js'
import { printExpression } from './expressions.js'
import { importLines } from './imports.js'
import { propertyName, quoted } from './literals.js'
import { unionType } from './unions.js'

// An import would first read 13 MB of CommonJS for the names that it exports: half as long again.
const tsMorph: typeof import('ts-morph') = createRequire(import.meta.url)('ts-morph')
const { IndentationText, NewLineKind, QuoteKind, StructureKind, ts, VariableDeclarationKind } = tsMorph

/** Prints modules. */
export class ModulePrinter {
  readonly #project: Project = new tsMorph.Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  })

  /** The module's text, without semicolons, ending in a line feed. */
  print({ imports, declarations }: Module): string {
    const laidOut: string[] = []
    const statements = [
      ...importLines(imports),
      ...declarations.map((declaration) => structureOf(declaration, laidOut)),
    ]
    const file = this.#project.createSourceFile('module.ts', { statements }, { overwrite: true })
    return `${tidy(file.compilerNode, laidOut)
      .trim()
      .replace(/ +\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')}\n`
  }
}

/**
 * The text without the semicolons after statements and members, and with the texts that are laid out
 * already in place of what stands in for them. TypeScript's formatter would drop the semicolons too,
 * and take ten times as long.
 */
function tidy(file: TypeScript.SourceFile, laidOut: readonly string[]): string {
  let text = ''
  let from = 0
  const take = (end: number, part = file.text.slice(from, end)) => {
    text += part.endsWith(';') ? part.slice(0, -1) : part
    from = end
  }
  const texts = laidOut.values()
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement)) for (const { end } of statement.members) take(end)
    const standIn = standInOf(statement)
    if (standIn !== undefined) {
      take(standIn.getStart(file))
      take(standIn.end, texts.next().value)
    }
    take(statement.end)
  }
  take(file.text.length)
  return text
}

/** What stands in for a constant's value, a union's members or a map's entries. */
function standInOf(statement: TypeScript.Statement): TypeScript.Node | undefined {
  if (ts.isTypeAliasDeclaration(statement)) return statement.type
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.initializer
    : undefined
}

/** ts-morph goes through what it prints letter by letter, several times: long texts don't go through it. */
const STAND_IN = 'x'

/** Every declaration is set apart by an empty line; ts-morph does so for some kinds only. */
const apart = { isExported: true, leadingTrivia: '\n' }

function structureOf(declaration: Declaration, laidOut: string[]): StatementStructures {
  switch (declaration.kind) {
    case 'constant':
      return constant(declaration, laidOut)
    case 'interface':
      return interfaceOf(declaration)
    case 'union':
      return union(declaration, laidOut)
    case 'type-map':
      return typeMap(declaration, laidOut)
    case 'function':
      return functionOf(declaration)
    case 'reexport':
      return { kind: StructureKind.ExportDeclaration, moduleSpecifier: declaration.from }
  }
}

function constant(
  { name, docs, type, value, asConst }: Constant,
  laidOut: string[],
): VariableStatementStructure {
  const suffix = asConst === true ? ' as const' : ''
  const before = `export const ${name}${type === undefined ? '' : `: ${type}`} = `
  laidOut.push(printExpression(value, '', before.length + suffix.length) + suffix)
  return {
    ...apart,
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    docs: [docText(docs, 0)],
    declarations: [{ name, initializer: STAND_IN, ...(type === undefined ? {} : { type }) }],
  }
}

function interfaceOf({ name, docs, fields }: Interface): InterfaceDeclarationStructure {
  return {
    ...apart,
    kind: StructureKind.Interface,
    name,
    docs: [docText(docs, 0)],
    properties: fields.map((field) => ({
      name: propertyName(field.name),
      docs: [docText(field.docs, 2)],
      isReadonly: true,
      hasQuestionToken: field.optional,
      type: field.optional ? `${field.type} | undefined` : field.type,
    })),
  }
}

function union({ name, docs, members }: Union, laidOut: string[]): TypeAliasDeclarationStructure {
  laidOut.push(unionType(members.map(quoted), `export type ${name} = `.length))
  return { ...apart, kind: StructureKind.TypeAlias, name, docs: [docText(docs, 0)], type: STAND_IN }
}

function typeMap({ name, docs, entries }: TypeMap, laidOut: string[]): TypeAliasDeclarationStructure {
  const lines = entries.map(({ name: entry, members }) => {
    const before = `  readonly ${propertyName(entry)}:`
    const type = unionType(members, before.length + 1)
    return type.startsWith('\n') ? before + type.replaceAll('\n', '\n  ') : `${before} ${type}`
  })
  laidOut.push(`{\n${lines.join('\n')}\n}`)
  return { ...apart, kind: StructureKind.TypeAlias, name, docs: [docText(docs, 0)], type: STAND_IN }
}

function functionOf({
  name,
  docs,
  parameter,
  returns,
  steps,
  result,
}: ExportedFunction): FunctionDeclarationStructure {
  const before = '  return '
  return {
    ...apart,
    kind: StructureKind.Function,
    name,
    docs: [docText(docs, 0)],
    parameters: parameter === undefined ? [] : [parameter],
    returnType: returns,
    // ts-morph indents the body, so it is printed as if at the margin, with two columns fewer.
    statements: [
      ...steps.map((step) => printExpression(step, '', 2)),
      `return ${printExpression(result, '', before.length)}`,
    ],
  }
}
