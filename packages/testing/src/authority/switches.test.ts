import { expect, test } from 'vitest'
import { house } from './house.fixture.js'

test('a switch that is misspelt, or has a value that there is not, is refused', () => {
  expect(() => house({ rotaton: 'none' } as never)).toThrow(
    "there is no 'rotaton' (did you mean 'rotation'?)",
  )
  expect(() => house({ rotation: 'gracefork' as never })).toThrow("did you mean 'grace-forks'?")
  expect(() => house({ rotation: undefined as never })).not.toThrow()
})
