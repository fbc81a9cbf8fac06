import { applyPatch } from 'diff'
import { expect, test } from 'vitest'
import { unifiedDiff } from './unified-diff.js'

test('an edited file is shown as the change that mends it', () => {
  const [before, after] = ['1\n2\n3\n4\n5\n6\n7\n8\n', '1\n2\n3\n4\nfive\n6\n7\n8\n']
  const patch = unifiedDiff([{ path: 'a/b.ts', before, after }])
  expect(patch).toBe('--- a/a/b.ts\n+++ b/a/b.ts\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n')
  expect(applyPatch(before, patch)).toBe(after)
})

test('a missing file and one that is left over are shown against nothing', () => {
  expect(unifiedDiff([{ path: 'a.ts', before: undefined, after: 'x\n' }])).toBe(
    '--- /dev/null\n+++ b/a.ts\n@@ -0,0 +1,1 @@\n+x\n',
  )
  expect(unifiedDiff([{ path: 'a.ts', before: 'x\n', after: undefined }])).toBe(
    '--- a/a.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n',
  )
})

test('files with nothing in common are told to differ, and not compared to their end', () => {
  const lines = (word: string) => Array.from({ length: 60 }, (_, index) => `${word}${index}\n`).join('')
  const change = { path: 'a.ts', before: lines('a'), after: lines('b') }
  expect(unifiedDiff([change], 120)).toContain('\n-a59\n+b0\n')
  expect(unifiedDiff([change], 119)).toBe('--- a/a.ts\n+++ b/a.ts\n(more than 119 lines differ)\n')
})
