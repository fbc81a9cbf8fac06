/**
 * The one seam to ts-morph. Importing it costs a third of a second, so this file is imported only when something must
 * be emitted, and each module goes through as one whole structure: a call per member was forty times slower.
 */
import {
  type FunctionDeclarationStructure,
  IndentationText,
  type InterfaceDeclarationStructure,
  NewLineKind,
  Project,
  QuoteKind,
  type StatementStructures,
  StructureKind,
  type TypeAliasDeclarationStructure,
  ts,
  VariableDeclarationKind,
  type VariableStatementStructure,
} from 'ts-morph'
import type { Constant, Declaration, ExportedFunction, Interface, Module, Union } from './declarations.js'
import { docText } from './docs.js'
import { printExpression } from './expressions.js'
import { importLines } from './imports.js'
import { propertyName, quoted } from './literals.js'
import { unionType } from './unions.js'

/** Prints modules. */
export class ModulePrinter {
  readonly #project: Project = new Project({
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
    const statements = [...importLines(imports), ...declarations.map(structureOf)]
    const file = this.#project.createSourceFile('module.ts', { statements }, { overwrite: true })
    file.formatText({ semicolons: ts.SemicolonPreference.Remove, indentSize: 2 })
    return `${file
      .getFullText()
      .trim()
      .replace(/\n{3,}/g, '\n\n')}\n`
  }
}

/** Every declaration is set apart by an empty line; ts-morph does so for some kinds only. */
const apart = { isExported: true, leadingTrivia: '\n' }

function structureOf(declaration: Declaration): StatementStructures {
  switch (declaration.kind) {
    case 'constant':
      return constant(declaration)
    case 'interface':
      return interfaceOf(declaration)
    case 'union':
      return union(declaration)
    case 'function':
      return functionOf(declaration)
    case 'reexport':
      return { kind: StructureKind.ExportDeclaration, moduleSpecifier: declaration.from }
  }
}

function constant({ name, docs, type, value, asConst }: Constant): VariableStatementStructure {
  const suffix = asConst === true ? ' as const' : ''
  const before = `export const ${name}${type === undefined ? '' : `: ${type}`} = `
  const initializer = printExpression(value, '', before.length + suffix.length) + suffix
  return {
    ...apart,
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    docs: [docText(docs, 0)],
    declarations: [{ name, initializer, ...(type === undefined ? {} : { type }) }],
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

function union({ name, docs, members }: Union): TypeAliasDeclarationStructure {
  const type = unionType(members.map(quoted), `export type ${name} = `.length)
  return { ...apart, kind: StructureKind.TypeAlias, name, docs: [docText(docs, 0)], type }
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
