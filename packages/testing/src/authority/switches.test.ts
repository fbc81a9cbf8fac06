import { expect, test } from 'vitest'
import { FakeClock } from '../fake-clock.js'
import { linode } from '../generated/provider.js'
import { UsageError } from '../options/usage-error.js'
import { challengeOf, newAuthority } from './authority.fixture.js'
import { createAuthority } from './authority.js'

test('a switch that is misspelt, or has a value that there is not, is refused', () => {
  expect(() => newAuthority({ rotaton: 'none' } as never)).toThrow(
    "there is no 'rotaton' (did you mean 'rotation'?)",
  )
  expect(() => newAuthority({ rotation: 'gracefork' as never })).toThrow("did you mean 'grace-forks'?")
  expect(() => newAuthority({ rotation: undefined as never })).not.toThrow()
})

const clock = new FakeClock(0)

test.each([
  [linode, undefined, 'options must be a plain object, not undefined'],
  [linode, { clock }, 'challengeOf is missing'],
  [linode, { clock: Date, challengeOf }, 'clock must be a clock with now(), not a function'],
  [linode, { clock, challengeOf, swiches: { implicit: true } }, "did you mean 'switches'?"],
  [linode, { clock, challengeOf, switches: 'linode' }, 'switches must be an object of switches'],
  [linode, { clock, challengeOf, random: 7 }, 'random must be a function'],
  [undefined, { clock, challengeOf }, 'createAuthority: provider must be a provider such as linode'],
  ['linode', { clock, challengeOf }, 'provider must be a provider such as linode, not this text'],
])('an authority is refused what it can not be made with: %#', (provider, options, words) => {
  const create = (): unknown => createAuthority(provider as never, options as never)
  expect(create).toThrow(UsageError)
  expect(create).toThrow(words)
})
