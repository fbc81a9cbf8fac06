import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import type { PerPart } from '../../spec/documents.js'
import type { Edit } from '../../validate/faults.fixture.js'
import { edited, Workshop } from '../diff.fixture.js'

/** Acme with nothing that is retired already. */
const current = edited(acme, [['scopes', ', retired: { declared: 1.0.0, removed: 2.0.0 }', '']])
const giftCards = / {2}gift_card:\n(?: {4}.*\n)+/.exec(acme.scopes)?.[0] ?? ''
const gift: Edit = ['operations', "[['box:write', 'gift_card:write'], ['*']]", "'box:write'"]

/** What the check says of edits, and of a newer document of the provider. */
async function checked(spec: PerPart<string>, ...edits: readonly Edit[]): Promise<readonly [number, string]> {
  const { operations, ...rest } = edited(spec, edits)
  return checkedAfter(spec, { ...rest, operations: operations.replace('version: 3.2.1', 'version: 3.3.0') })
}

async function checkedAfter(
  before: PerPart<string>,
  after: PerPart<string>,
): Promise<readonly [number, string]> {
  const workshop = new Workshop(before)
  await workshop.release('0.1.0')
  workshop.become(after)
  workshop.announce(
    'major',
    'Everything: `Scopes.Stamps.readOnly`, `gift_card:read`, `gift_card:write`, `box:write`, `offline`, `POST /gifts`, `POST /boxes`, `delete_repo`, `account:read`, `read`',
  )
  return workshop.diff('--check')
}

/** The line that the fault tells to paste. */
function pasted(printed: string, order: string): string {
  return printed.split(`${order}: `)[1]?.split('; or say that it is meant: ')[0] ?? ''
}

test('a family that is gone is put back by the line that is told', async () => {
  const [code, printed] = await checked(current, ['scopes', giftCards, ''], gift)
  expect(code).toBe(1)
  expect(printed).toContain('`gift_card:read` and `gift_card:write` were released and are gone')
  const line = pasted(printed, 'put back under families')
  expect(line).toBe(
    'gift_card: { name: GiftCards, title: Gift cards, things: your gift cards, note: They are sent by post., descriptions: { write: Send gift cards. }, includes: { write: [ box:read ] }, retired: { removed: 3.3.0 } }',
  )
  expect(await checked(current, ['scopes', giftCards, `  ${line}\n`])).toEqual([
    0,
    'diff: what changed since version 0.1.0 is announced\n',
  ])
})

test('where the document of the provider is the same, it did not take the family away: when it did is left to fill in', async () => {
  const [, printed] = await checkedAfter(current, edited(current, [['scopes', giftCards, ''], gift]))
  expect(pasted(printed, 'put back under families')).toContain(
    'retired: { removed: the version that took it away }',
  )
})

test('a family with some levels gets those back', async () => {
  const stamp = '  stamp: { name: Stamps, things: your stamps, levels: [read] }\n'
  const [code, printed] = await checked(current, ['scopes', stamp, ''])
  expect(code).toBe(1)
  const line = pasted(printed, 'put back under families')
  expect(line).toContain('levels: [ read ], retired: { removed: 3.3.0 }')
  expect((await checked(current, ['scopes', stamp, `  ${line}\n`]))[0]).toBe(0)
})

test('a name under "dropped" that is misspelt is told beside the scope that was lost', async () => {
  const stamp = '  stamp: { name: Stamps, things: your stamps, levels: [read] }\n'
  const dropped = (text: string): Edit => [
    'scopes',
    'ignoreCase: true',
    `ignoreCase: true\ndropped: ["${text}"]`,
  ]
  const [code, printed] = await checked(current, ['scopes', stamp, ''], dropped('stamp:raed'))
  expect(code).toBe(1)
  expect(printed).toContain(
    'api/scopes.yaml:4:11: nothing of this name was released: perhaps `stamp:read` was meant',
  )
  expect((await checked(current, ['scopes', stamp, ''], dropped('stamp:read')))[0]).toBe(0)
  const [, others] = await checked(current, ['scopes', stamp, ''], dropped('comets'))
  expect(others).not.toContain('perhaps')
})

test('a level that a family lost stays as a retired one', async () => {
  const lost: Edit = ['scopes', 'things: your boxes', 'things: your boxes, levels: [read]']
  const without: Edit[] = [
    lost,
    ['operations', "recorded: 'box:write'", "recorded: 'box:read'"],
    ['operations', "[['box:write', 'gift_card:write'], ['*']]", "'gift_card:write'"],
  ]
  const [code, printed] = await checked(current, ...without)
  expect(code).toBe(1)
  expect(printed).toContain('api/scopes.yaml:11:3: `box:write` was released and is gone')
  expect(pasted(printed, 'write in `box`')).toBe(
    'levels: [ read, write ] and retired: { levels: [ write ], removed: 3.3.0 }',
  )
  const back: Edit = [
    'scopes',
    'levels: [read] }\n  gift_card',
    'levels: [ read, write ], retired: { levels: [ write ], removed: 3.3.0 } }\n  gift_card',
  ]
  expect((await checked(current, ...without, back))[0]).toBe(0)
})

test('a level that is lost beside one that is retired leaves that one retired', async () => {
  const boxes: PerPart<string> = {
    ...acme,
    scopes: `
separators: { read: [' '], write: ' ' }
levels:
  look: { name: look, title: '{title}: look', description: 'Look at {things}.' }
  touch: { name: touch, title: '{title}: touch', description: 'Touch {things}.' }
  hold: { name: hold, title: '{title}: hold', description: 'Hold {things}.' }
families:
  box: { name: Boxes, things: your boxes, retired: { levels: [touch], declared: 1.0.0, removed: 2.0.0 } }
  cat: { name: Cats, things: your cats }
`,
    operations: "operations:\n  GET /boxes: { declared: 'box:look', id: list-boxes }\n",
  }
  const [code, printed] = await checked(boxes, ['scopes', 'your boxes', 'your boxes, levels: [look, touch]'])
  expect(code).toBe(1)
  expect(pasted(printed, 'write in `box`')).toBe(
    'levels: [ look, touch, hold ] and retired: { levels: [ touch, hold ], declared: 1.0.0, removed: 2.0.0 }',
  )
})

test('a scope without a family is put back with its aliases', async () => {
  const offline = / {2}offline: .*\n/.exec(acme.scopes)?.[0] ?? ''
  const [code, printed] = await checked(current, [
    'scopes',
    offline,
    '  other: { name: other, description: Other. }\n',
  ])
  expect(code).toBe(1)
  const line = pasted(printed, 'put back under scopes')
  expect(line).toBe(
    'offline: { name: offline, description: Stay signed in., includes: [ box:read ], aliases: [ forever ], retired: { removed: 3.3.0 } }',
  )
  expect((await checked(current, ['scopes', offline, `  ${line}\n`]))[0]).toBe(0)
})

test('a lost scope whose name in code stands for another text needs its old text read', async () => {
  const [code, printed] = await checked(current, ['scopes', '  offline: {', '  away: {'])
  expect(code).toBe(1)
  expect(printed).toContain('let the old text be read as an alias of `away`: aliases: ["forever", "offline"]')
  const read: Edit = ['scopes', 'aliases: [forever]', 'aliases: ["forever", "offline"]']
  expect((await checked(current, ['scopes', '  offline: {', '  away: {'], read))[0]).toBe(0)
})

test('so does a family with another id', async () => {
  const renamed: Edit = ['scopes', '  gift_card:\n', '  voucher:\n']
  const needs: Edit = ['operations', 'gift_card:write', 'voucher:write']
  const [code, printed] = await checked(current, renamed, needs)
  expect(code).toBe(1)
  expect(printed).toContain('let the old texts be read, under folded: gift_card: { into: voucher }')
  const read: Edit = ['scopes', 'folded:\n', 'folded:\n  gift_card: { into: voucher }\n']
  expect((await checked(current, renamed, needs, read))[0]).toBe(0)
})

test('a level of all families is to be put back, and so is a wildcard', async () => {
  const look: PerPart<string> = {
    ...acme,
    scopes: `
separators: { read: [' '], write: ' ' }
levels:
  look: { name: look, title: '{title}: look', description: 'Look at {things}.' }
  touch: { name: touch, title: '{title}: touch', description: 'Touch {things}.' }
families:
  box: { name: Boxes, things: your boxes }
`,
    operations: "operations:\n  GET /boxes: { declared: 'box:look', id: list-boxes }\n",
  }
  const [, level] = await checked(look, ['scopes', / {2}touch: .*\n/.exec(look.scopes)?.[0] ?? '', ''])
  expect(level).toContain(
    'api/scopes.yaml:3:1: `box:touch` was released and is gone, since `touch` no longer stands under levels:',
  )
  expect(level).toContain('put `touch` back under levels')
  const [, wildcard] = await checked(
    current,
    ['scopes', /wildcard: .*\n/.exec(acme.scopes)?.[0] ?? '', ''],
    gift,
  )
  expect(wildcard).toContain('put the wildcard `*` back')
})

test('a level with another id is one fault, at the level, and mended by the line that is told', async () => {
  const families = ['box', 'crab', 'dog', 'eel', 'fox']
  const zoo: PerPart<string> = {
    ...acme,
    scopes: `
separators: { read: [' '], write: ' ' }
levels:
  look: { name: look, title: '{title}: look', description: 'Look at {things}.', aliases: [view] }
  touch: { name: touch, title: '{title}: touch', description: 'Touch {things}.' }
families:
${families.map((id) => `  ${id}: { name: N${id}, things: your ${id} }\n`).join('')}`,
    operations: "operations:\n  GET /boxes: { declared: 'box:touch', id: list-boxes }\n",
  }
  const renamed: Edit = ['scopes', '  look: {', '  see: {']
  const [code, printed] = await checked(zoo, renamed)
  expect(code).toBe(1)
  expect(printed).toContain(
    'api/scopes.yaml:4:3: `box:look`, `crab:look`, `dog:look` and 2 more were released and are gone, since `look` no longer stands under levels: apps that use them break without a warning\n',
  )
  expect(printed.match(/were released/g)).toHaveLength(1)
  expect(printed).toContain('dropped: ["box:look", "crab:look", "dog:look", "eel:look", "fox:look"]\n')
  const line = pasted(printed, 'let the old texts be read, in `see` under levels')
  expect(line).toBe('aliases: ["view", "look"]')
  expect((await checked(zoo, renamed, ['scopes', 'aliases: [view]', line]))[1]).not.toContain('were released')
})

test('what the spec says is dropped may go at once', async () => {
  const stamp: Edit = ['scopes', '  stamp: { name: Stamps, things: your stamps, levels: [read] }\n', '']
  expect((await checked(current, stamp))[1]).toContain('dropped: ["stamp:read"]')
  expect(
    (await checked(current, stamp, ['scopes', '\nscopes:', '\ndropped: ["stamp:read"]\nscopes:']))[0],
  ).toBe(0)
})

test('what was deprecated in a release may go', async () => {
  const stamp = / {2}stamp: .*\n/.exec(acme.scopes)?.[0] ?? ''
  expect((await checked(acme, ['scopes', stamp, '']))[0]).toBe(0)
  expect((await checked(current, ['scopes', stamp.replace(/, retired.*\}\s*\}/, ' }'), '']))[0]).toBe(1)
})
