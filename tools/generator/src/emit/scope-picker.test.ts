import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { slack } from '../providers.fixture.js'
import { emitted } from './model.fixture.js'
import { scopePicker } from './scope-picker.js'
import { pickerScript } from './scope-picker-script.js'

const PATH = 'reference/scope-picker.html'

function dataIn(page: string) {
  return JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(page)?.[1] ?? '')
}

test('each operation has a box, grouped by the start of its path, with what it needs in words', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  expect(page).toContain(`<fieldset>
<legend>/boxes</legend>
<ul>
<li><label><input type="checkbox" name="operation"><code>GET /boxes</code><span>box:read</span><small>list-boxes</small></label></li>
`)
  expect(page).toContain('<span>box:write and gift_card:write, or *</span>')
  expect(page).toContain('<code>GET /mine</code><span class="pat">a personal access token only</span>')
  expect(page).toContain('<span>any token</span>')
  expect(page).toContain('<span>no token</span>')
})

test('the data has what is needed in the order of the boxes, and the words and the name in code of each scope', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  const { needs, words, includes, wildcard, line } = dataIn(page)
  const keys = [...page.matchAll(/<li>.*?<code>(.*?)<\/code>/g)].map((match) => match[1])
  expect(needs).toHaveLength(keys.length)
  expect(needs[keys.indexOf('POST /gifts')]).toEqual([['box:write', 'gift_card:write'], ['*']])
  expect(needs[keys.indexOf('GET /mine')]).toBe('pat')
  expect(words['box:read']).toEqual(['Boxes: see', 'See your boxes.', 'Scopes.Boxes.readOnly'])
  expect(words['offline'].at(2)).toBe('Scopes.offline')
  expect(words['*'].at(2)).toBe('Scopes.all')
  expect(includes['gift_card:write']).toEqual(['gift_card:read', 'box:read'])
  expect(wildcard).toBe('*')
  expect(line).toBe('login({scopes})')
})

test('a provider without a wildcard has none', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker, slack)
  expect(dataIn(page).wildcard).toBeNull()
})

test('the page loads nothing, and its script is one', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/\b(?:src|href)="(?!#|data:)/)
  expect(() => runInNewContext(`void function () { ${pickerScript} }`)).not.toThrow()
})
