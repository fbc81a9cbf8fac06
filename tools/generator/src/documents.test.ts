import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaFiles } from './house.fixture.js'

const types = readFileSync(join(import.meta.dirname, 'documents.ts'), 'utf8')

/** The names of all properties that a schema describes, wherever they stand. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value) : []),
    ...propertiesOf(value),
  ])
}

test.each(Object.entries(schemaFiles))(
  'every key of %s is known to the types, so none is accepted and then ignored',
  (_, text) => {
    const names = [...new Set(propertiesOf(JSON.parse(text)))].filter((name) => name !== 'properties')
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !new RegExp(`readonly ${name}\\??:`).test(types))).toEqual([])
  },
)
