import { expect, describe as suite, test } from 'vitest'
import { describe } from './describe.js'
import { hierarchy } from './generated/hierarchy.js'

suite('describe', () => {
  test('says what a consent page shows, and what the scope includes', () => {
    expect(describe('linodes:*')).toEqual({
      scope: 'linodes:*',
      title: 'Linodes: all',
      description:
        'Have full access to your Linodes, their disks and configurations, your VLANs and placement groups.',
      includes: ['linodes:read_only', 'linodes:read_write'],
      removed: undefined,
    })
  })

  test('has words for every scope that there is', () => {
    for (const scope of [...Object.keys(hierarchy.includes), '*']) {
      expect(describe(scope)).toMatchObject({
        scope,
        title: expect.stringMatching(/^\S.*\S$/),
        description: expect.stringMatching(/^[A-Z].*\.$/),
      })
    }
  })

  test.each([
    ['linodes', 'linodes:*'],
    ['LINODES:View', 'linodes:read_only'],
    ['dnszones:modify', 'domains:read_write'],
  ])('%s is described as what it stands for', (spelling, scope) => {
    expect(describe(spelling)?.scope).toBe(scope)
  })

  test('the wildcard includes every scope, a retired scope says when it went', () => {
    expect(describe('*').includes).toEqual(Object.keys(hierarchy.includes).sort())
    expect(describe('maintenance:read_only').removed).toBe('4.140.0')
  })

  test.each(['', 'none', 'rockets:fly', 'linodes:read_only volumes:*', 'constructor', '__proto__'])(
    '"%s" is no known scope: there are no words for it',
    (text) => expect(describe(text)).toBeUndefined(),
  )
})
