// The table of errors in core's README lists the classes and the codes that there are.
import { readFileSync } from 'node:fs'
import * as core from '@linode-login/core'
import { expect, test } from 'vitest'
import { root } from '../repository.js'
import { errorCodes } from '../vectors/errors.fixture.js'

const page = readFileSync(`${root}packages/core/README.md`, 'utf8')

/** The codes of each class, as its row has them. */
const told = new Map(
  [...page.matchAll(/^\| `(\w+Error)` \| [^|]* \| ([^|]*) \| [^|]* \|$/gm)].map(
    ([, name = '', codes = '']) => [name, [...codes.matchAll(/`(\w+)`/g)].map(([, code]) => code)],
  ),
)

test('every class of errors has its row', () => {
  const classes = Object.entries(core)
    .filter(([, value]) => typeof value === 'function' && value.prototype instanceof core.LinodeLoginError)
    .map(([name]) => name)
  expect(classes.length).toBeGreaterThan(5)
  expect([...told.keys()].sort()).toEqual(classes.sort())
})

test.each([...errorCodes])('%s has its codes, but for those of OAuth that a server gives', (name, codes) => {
  expect(told.get(name)).toEqual(codes)
})
