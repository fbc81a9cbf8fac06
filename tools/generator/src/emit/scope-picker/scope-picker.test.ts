import { expect, test } from 'vitest'
import { slack } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { scopePicker } from './scope-picker.js'

const PATH = 'reference/scope-picker.html'

function dataIn(page: string) {
  return JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '')
}

test('each operation has a box, grouped by the start of its path, with what it needs in words', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  expect(page).toContain(`<fieldset>
<legend>/boxes</legend>
<ul>
<li><label><input type="checkbox" name="operation"><code>GET /boxes</code><span>box:read</span><small>list-boxes</small></label></li>
`)
  expect(page).not.toContain(', or ')
  expect(page).toContain('<code>GET /mine</code><span class="pat">a personal access token only</span>')
  expect(page).toContain('<span>any token</span>')
  expect(page).toContain('<span>no token</span>')
})

test('the data has what is needed in the order of the boxes, and the words and the name in code of each scope', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  const { needs, words, includes, line } = dataIn(page)
  const keys = [...page.matchAll(/<li>.*?<code>(.*?)<\/code>/g)].map((match) => match[1])
  expect(needs).toHaveLength(keys.length)
  expect(needs[keys.indexOf('GET /mine')]).toBe('pat')
  expect(words['box:read']).toEqual(['Boxes: see', 'See your boxes.', 'Scopes.Boxes.readOnly'])
  expect(words['offline'].at(2)).toBe('Scopes.offline')
  expect(words['*'].at(2)).toBe('Scopes.all')
  expect(includes['gift_card:write']).toEqual(['gift_card:read', 'box:read'])
  expect(includes['*']).toEqual(Object.keys(words).filter((scope) => scope !== '*'))
  expect(line).toBe('login({scopes})')
})

test('in the data each entry has a line of its own, so that what changed of a scope is one line in a difference', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  const lines = page.split('\n')
  expect(lines).toContain('"box:read":["Boxes: see","See your boxes.","Scopes.Boxes.readOnly"],')
  expect(lines).toContain('"any_token",')
  expect(lines).toContain('["box:write","gift_card:write"],')
})

test('each of several sets that an operation accepts has a box of its own', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  expect(page).toContain('<code>POST /gifts</code><span>box:write and gift_card:write</span>')
  expect(page).toContain('<code>POST /gifts</code><span>*</span>')
  expect(page).toContain('Where an operation stands twice, either of its boxes opens it.')
  const { needs } = dataIn(page)
  const keys = [...page.matchAll(/<li>.*?<code>(.*?)<\/code>/g)].map((match) => match[1])
  const first = keys.indexOf('POST /gifts')
  expect(needs.slice(first, first + 2)).toEqual([['box:write', 'gift_card:write'], ['*']])
})

test('without such an operation nothing is said of it, and a provider without a wildcard has none', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker, slack)
  expect(page).not.toContain('stands twice')
  expect(dataIn(page).includes).not.toHaveProperty('*')
})

test('the page loads nothing, and nothing in its script or its style ends them', async () => {
  const { [PATH]: page = '' } = await emitted(scopePicker)
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/\b(?:src|href)="(?!#|data:)/)
  expect([...page.matchAll(/<\/?(?:script|style)/g)].map(([tag]) => tag)).toEqual([
    '<style',
    '</style',
    '<script',
    '</script',
    '<script',
    '</script',
  ])
})
