/** Of ajv's errors those that matter, where a value may be of several forms. */
import type { ErrorObject } from 'ajv'
import { tableOf } from '../../../collections/table.js'

/** What a schema that stands in another one says of a value. */
export type ErrorsBy = (schema: unknown, value: unknown) => readonly ErrorObject[]

/**
 * Where a value doesn't fit one of several forms (`anyOf`, `oneOf`), ajv tells what it lacks for each
 * of them. Here only what it lacks for the nearest form stays; the choice itself stays where no form
 * is nearer than the others.
 */
export function ofNearestForms(errors: readonly ErrorObject[], errorsBy: ErrorsBy): readonly ErrorObject[] {
  const inside = new Set<string>()
  const choices = new Map<ErrorObject, readonly (readonly ErrorObject[])[]>()
  for (const error of errors.filter(isChoice)) {
    const forms = formsOf(error).map((form) => errorsBy(form, error.data).map((found) => below(error, found)))
    choices.set(error, forms)
    for (const found of forms.flat()) inside.add(keyOf(found))
  }
  return errors
    .filter(
      (error) =>
        !inside.has(keyOf(error)) &&
        !fitsInKindOnly(error) &&
        error.keyword !== 'if' &&
        error.propertyName === undefined,
    )
    .flatMap((error) => {
      const nearest = fitsSeveral(error) ? undefined : nearestOf(error, choices.get(error) ?? [])
      return nearest === undefined ? [error] : ofNearestForms(nearest, errorsBy)
    })
}

function isChoice({ keyword }: ErrorObject): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf'
}

function fitsSeveral({ params }: ErrorObject): boolean {
  return Array.isArray(params['passingSchemas'])
}

/** Forms that only name keys are fit by all that is no mapping, which another error tells. */
function fitsInKindOnly(error: ErrorObject): boolean {
  const isMapping = typeof error.data === 'object' && error.data !== null && !Array.isArray(error.data)
  return (
    fitsSeveral(error) &&
    !isMapping &&
    formsOf(error).every((form) => Object.hasOwn(tableOf(form), 'required'))
  )
}

function formsOf({ schema }: ErrorObject): readonly unknown[] {
  return Array.isArray(schema) ? schema : []
}

function below(outer: ErrorObject, inner: ErrorObject): ErrorObject {
  return { ...inner, instancePath: outer.instancePath + inner.instancePath }
}

function keyOf({ instancePath, keyword, params }: ErrorObject): string {
  return JSON.stringify([instancePath, keyword, params])
}

/** The form that the value is of in kind, with the fewest errors; none where two are as near. */
function nearestOf(
  choice: ErrorObject,
  forms: readonly (readonly ErrorObject[])[],
): readonly ErrorObject[] | undefined {
  const values = valuesOf(choice, forms)
  if (values !== undefined) return [values]
  const ofItsKind = forms.filter((errors) => !errors.some((error) => contradicts(error, choice)))
  const [first, second] = ofItsKind.toSorted((one, other) => one.length - other.length)
  return first !== undefined && first.length === second?.length ? undefined : first
}

/** Forms that are lists of values are one list of values. */
function valuesOf(choice: ErrorObject, forms: readonly (readonly ErrorObject[])[]): ErrorObject | undefined {
  const errors = forms.map(([first, ...others]) => (others.length === 0 ? first : undefined))
  const [first] = errors
  const areValues = errors.every(
    (error) => error?.keyword === 'enum' && error.instancePath === choice.instancePath,
  )
  return areValues && first !== undefined
    ? {
        ...first,
        schema: errors.flatMap((error): readonly unknown[] =>
          Array.isArray(error?.schema) ? error.schema : [],
        ),
      }
    : undefined
}

/** Whether an error says that the value as a whole is of another kind. */
function contradicts({ keyword, instancePath }: ErrorObject, choice: ErrorObject): boolean {
  return instancePath === choice.instancePath && (keyword === 'type' || keyword === 'required')
}
