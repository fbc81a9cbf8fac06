// What calls needed, against what was asked for.
import { expect, test } from 'vitest'
import { auditingFetch, ScopeAudit } from '../audit.js'
import { operationOf } from '../operations/linode.js'
import { answer, answering, notAuthorized, url } from './answers.fixture.js'

async function calls(asked: string[], ...answers: Response[]) {
  const api = auditingFetch(answering(...answers), { asked })
  for (const _ of [...answers]) await api(url).catch(() => undefined)
  return api.report()
}

test('less would have done', async () => {
  const report = await calls(
    ['linodes:read_write', 'domains:*'],
    answer(200, 'linodes:read_write domains:*', 'linodes:read_only'),
    answer(200, 'linodes:read_write domains:*', '*'),
    answer(500, 'linodes:read_write domains:*', 'linodes:read_only'),
  )
  expect(report).toEqual({
    calls: 3,
    unknown: 0,
    needed: ['linodes:read_only'],
    operations: [],
    excessive: [
      { scope: 'domains:*', needed: [] },
      { scope: 'linodes:read_write', needed: ['linodes:read_only'] },
    ],
    missing: [],
    summary:
      'asked for `domains:*`; no call needed it\n' +
      'asked for `linodes:read_write`; every call needed `linodes:read_only`',
  })
})

test('where some answers did not say what they needed, that is told with what is not sure', async () => {
  const { summary, missing } = await calls(
    ['domains:*', 'linodes:read_write'],
    answer(200, '*', 'linodes:read_only'),
    answer(200, undefined, undefined),
    answer(200, '*', 'volumes:read_only'),
  )
  expect(missing).toEqual(['volumes:read_only'])
  expect(summary).toBe(
    'asked for `domains:*`; no call needed it (1 of 3 did not say)\n' +
      'asked for `linodes:read_write`; every call needed `linodes:read_only` (1 of 3 did not say)\n' +
      'did not ask for `volumes:read_only`; a call needed it',
  )
})

test('where no call was seen, that is told with what is not sure', () => {
  const { summary } = new ScopeAudit(['domains:*']).report()
  expect(summary).toBe('asked for `domains:*`; no call needed it (no call of the API was seen)')
})

test('all of it was needed', async () => {
  const report = await calls(
    ['volumes:read_write', 'linodes:read_only'],
    answer(200, '*', 'linodes:read_only,volumes:read_write'),
  )
  expect(report).toMatchObject({ excessive: [], missing: [], summary: '' })
})

test('more was needed, as told with 401, too', async () => {
  const report = await calls(
    ['linodes:read_only'],
    answer(401, 'linodes:read_only', 'linodes:read_write', notAuthorized),
  )
  expect(report.missing).toEqual(['linodes:read_write'])
  expect(report.summary).toContain('did not ask for `linodes:read_write`; a call needed it')
})

test.each([[undefined], [{}], [{ asked: {} }], [{ asked: [undefined] }], [{ asks: [] }]])(
  'what was asked for is told to be none: %o',
  (options) => {
    expect(() => Reflect.apply(auditingFetch, undefined, [fetch, options])).toThrow(
      /^(?:(?:options|asked): expected |there is no option asks; )/,
    )
  },
)

test('an answer that does not say is counted as that', async () => {
  expect(await calls([], answer(200, undefined, undefined))).toMatchObject({
    calls: 1,
    unknown: 1,
    needed: [],
  })
})

test('what several processes found adds up', async () => {
  const asked = ['linodes:*', 'volumes:read_only']
  const reports = await Promise.all([
    calls(asked, answer(200, '*', 'linodes:read_only'), answer(200, '*', undefined)),
    calls(asked, answer(200, '*', 'linodes:read_write'), answer(200, '*', 'domains:read_only')),
  ])
  const all = new ScopeAudit(asked)
  for (const report of reports) all.merge(JSON.parse(JSON.stringify(report)))
  expect(all.report()).toMatchObject({
    calls: 4,
    unknown: 1,
    needed: ['domains:read_only', 'linodes:read_write'],
    excessive: [
      { scope: 'linodes:*', needed: ['linodes:read_write'] },
      { scope: 'volumes:read_only', needed: [] },
    ],
    missing: ['domains:read_only'],
  })
  all.merge({ calls: 3, unknown: 0, needed: ['x'.repeat(70_000)] })
  expect(all.report()).toMatchObject({ calls: 7, unknown: 4 })
})

test('what each operation needed is told, whatever the API is called by, and adds up', async () => {
  const answers = [
    answer(200, '*', 'linodes:read_only'),
    answer(200, '*', 'linodes:read_write'),
    answer(200, '*', 'linodes:read_only'),
    answer(200, '*', '*'),
    answer(200, '*', undefined),
    answer(200, '*', 'domains:read_only'),
  ]
  const proxy = 'http://127.0.0.1:8080/linode'
  const api = auditingFetch(answering(...answers), { asked: [], apiUrl: proxy, operationOf })
  await api(`${proxy}/v4/linode/instances?page=2`)
  await api(new Request(`${proxy}/v4/linode/instances/1`, { method: 'PUT' }))
  await api(`${proxy}/v4/linode/instances`, { method: 'get' })
  await api(new URL(`${proxy}/v4/regions`))
  await api(`${proxy}/v4/account`)
  await api(`${proxy}/v4/rockets`)
  const { operations } = api.report()
  expect(operations).toEqual([
    { operation: 'GET /linode/instances', calls: 2, needed: ['linodes:read_only'] },
    { operation: 'GET /regions', calls: 1, needed: [] },
    { operation: 'PUT /linode/instances/{linodeId}', calls: 1, needed: ['linodes:read_write'] },
  ])
  const all = new ScopeAudit([])
  all.merge(JSON.parse(JSON.stringify(api.report())))
  all.add({ needed: ['domains:read_only'] }, 'GET /regions')
  expect(all.report().operations).toEqual(
    operations.with(1, { operation: 'GET /regions', calls: 2, needed: ['domains:read_only'] }),
  )
})

test('what names no operations disturbs no call and fills no memory', async () => {
  const failing = () => {
    throw new Error('no name')
  }
  const api = auditingFetch(answering(answer(200, '*', '*')), { asked: [], operationOf: failing })
  expect((await api(url)).status).toBe(200)
  expect(api.report()).toMatchObject({ calls: 1, operations: [] })
  const audit = new ScopeAudit([])
  for (let call = 0; call < 1500; call += 1) audit.add({ needed: [] }, `GET /${call}`)
  expect(audit.report()).toMatchObject({ calls: 1500, operations: { length: 1000 } })
})
