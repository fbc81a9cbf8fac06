import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { otherHouse, schemaFiles } from '../house/other-house.fixture.js'
import { parts } from './documents.js'

/** The names of all properties that a schema describes, wherever they stand. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value) : []),
    ...propertiesOf(value),
  ])
}

test.each(parts)(
  'every key of the schema of the %s is known to the types, so none is accepted and then ignored',
  (part) => {
    const types = readFileSync(join(import.meta.dirname, `${part}-document.ts`), 'utf8')
    const text = schemaFiles[otherHouse.schemas[part]] ?? ''
    const names = [...new Set(propertiesOf(JSON.parse(text)))].filter((name) => name !== 'properties')
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !new RegExp(`readonly ${name}\\??:`).test(types))).toEqual([])
  },
)
