import { spawn } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { median } from './median.js'
import { SpecHouse } from './spec-house.js'

const rounds = 31
const core = fileURLToPath(new URL('../../../packages/core/dist/', import.meta.url))

const program = `import type { OAuthToken } from './core/index.js'
export const use = (token: OAuthToken) => token.require('')
`

/** Milliseconds from an editor's question to the list of scopes, as it is asked of TypeScript's server while typing. */
export async function scopeCompletion(): Promise<string> {
  const lines: string[] = []
  for (const scopes of [60, 600]) {
    const house = new SpecHouse()
    try {
      layOut(house, scopes)
      const { first, later } = await askServer(house.folder, scopes)
      lines.push(
        `  ${scopes} scopes: first ${first.toFixed(0)} ms, with the program read; later ${median(later).text} ms`,
      )
    } finally {
      house.remove()
    }
  }
  return lines.join('\n')
}

/** An app beside core's types, made for so many scopes. */
function layOut(house: SpecHouse, scopes: number): void {
  house.fill(scopes, 1)
  house.run()
  const types = join(house.folder, 'core')
  cpSync(core, types, { recursive: true, filter: (file) => !/\.(?:js|map|tsbuildinfo)$/.test(file) })
  for (const name of ['scopes', 'scope-covers']) {
    rmSync(join(types, 'generated', `${name}.d.ts`))
    house.write(`core/generated/${name}.ts`, house.read(`packages/core/src/generated/${name}.ts`))
  }
  house.write('app.ts', program)
  house.write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [] } }')
}

async function askServer(folder: string, scopes: number): Promise<{ first: number; later: number[] }> {
  const server = spawn(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve('typescript/lib/tsserver.js')),
      '--disableAutomaticTypingAcquisition',
      '--suppressDiagnosticEvents',
    ],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
  const file = join(folder, 'app.ts')
  let sequence = 0

  function send(command: string, args: object): void {
    sequence += 1
    server.stdin.write(
      `${JSON.stringify({ seq: sequence, type: 'request', command, arguments: { file, ...args } })}\n`,
    )
  }

  /** The time until the list is here. Each time the file has changed, as it has while someone types. */
  async function ask(): Promise<number> {
    const [line, column] = [2, program.split('\n')[1]?.indexOf("''") ?? 0]
    const place = { line, offset: 1, endLine: line, endOffset: 1 }
    send('change', { ...place, insertString: ' ' })
    const start = performance.now()
    send('completionInfo', { line, offset: column + 2 + sequence / 2 })
    for (;;) {
      const { value, done } = await answers.next()
      if (done) throw new Error('the server ended')
      if (!value.startsWith('{')) continue
      const message = JSON.parse(value)
      if (message.command !== 'completionInfo') continue
      const time = performance.now() - start
      const offered = message.body?.entries.length
      if (offered !== scopes + 1) throw new Error(`${offered} scopes offered of ${scopes + 1}`)
      return time
    }
  }

  try {
    send('open', { fileContent: program })
    sequence = 0
    const first = await ask()
    const later: number[] = []
    for (let round = 0; round < rounds; round += 1) later.push(await ask())
    return { first, later }
  } finally {
    server.kill()
  }
}
