import { expect, test } from 'vitest'
import { asFault } from './disk-fault.js'

const systemError = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' })

test.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EISDIR', 'ENOTDIR', 'ELOOP', 'EIO'])(
  '%s names the file, what failed and what to do',
  (code) => {
    expect(asFault(systemError(code), 'out/a.ts', 'written')).toMatchObject({
      faults: [
        {
          rule: 'disk/not-written',
          place: { file: 'out/a.ts' },
          wrong: expect.stringMatching(new RegExp(`^this file can't be written: .+ \\(${code}\\)$`)),
          fix: expect.stringMatching(/\w+/),
        },
      ],
    })
  },
)

test('an error from elsewhere stays as it is', () => {
  const error = new TypeError('x')
  expect(asFault(error, 'out/a.ts', 'read')).toBe(error)
})
