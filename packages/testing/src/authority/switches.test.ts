import { expect, test } from 'vitest'
import { newAuthority } from './authority.fixture.js'

test('a switch that is misspelt, or has a value that there is not, is refused', () => {
  expect(() => newAuthority({ rotaton: 'none' } as never)).toThrow(
    "there is no 'rotaton' (did you mean 'rotation'?)",
  )
  expect(() => newAuthority({ rotation: 'gracefork' as never })).toThrow("did you mean 'grace-forks'?")
  expect(() => newAuthority({ rotation: undefined as never })).not.toThrow()
})
