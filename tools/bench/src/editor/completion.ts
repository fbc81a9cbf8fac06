/**
 * Milliseconds from an editor's question to its list of scopes or operations, asked of TypeScript's servers
 * while someone types: each time the text has changed.
 */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { operations } from '@linode-login/core/operations'
import type { Benchmark, Figure } from '../figures/figure.js'
import { SpecHouse } from '../generator/spec-house.js'
import { type Editor, LanguageServer, TsServer } from './index.js'

const rounds = 31
const core = fileURLToPath(new URL('../../../../packages/core/dist/', import.meta.url))

const servers: Readonly<Record<string, (folder: string) => Editor>> = {
  'TypeScript 6': () => new TsServer(),
  'TypeScript 7': (folder) => new LanguageServer(folder),
}

/** A list that is asked for between the last two quotes of a program, and how long it must be at least. */
interface Question {
  readonly what: string
  readonly program: string
  readonly least: number
  /** Puts types made for so many scopes in place of Linode's. */
  readonly scopes?: number
}

const requiring = `import type { OAuthToken } from './core/index.js'
export const use = (token: OAuthToken) => token.require('')`

const questions: readonly Question[] = [
  ...[60, 600].map((scopes) => ({ what: `${scopes} scopes`, program: requiring, least: scopes + 1, scopes })),
  {
    what: `${operations().size} operations, each by its name and its id`,
    program: `import { forOperations } from './core/operations.js'
export const scopes = forOperations([''])`,
    least: [...operations().values()].filter(({ needs }) => needs !== 'pat').length * 2,
  },
]

/** The first answer, with the program read, and later ones, of each list and server. */
export const completion: Benchmark = {
  about:
    "an editor's wait for the list of scopes or operations while someone types, for 60 scopes beside 600",
  async measure() {
    const figures: Figure[] = []
    for (const question of questions) {
      const house = new SpecHouse()
      try {
        layOut(house, question)
        for (const [name, start] of Object.entries(servers)) {
          await using editor = start(house.folder)
          const { first, later } = await ask(editor, join(house.folder, 'app.ts'), question)
          const what = `${question.what}, ${name}`
          figures.push({ what: `${what}, first, with the program read`, unit: 'ms', values: [first] })
          figures.push({ what: `${what}, later`, unit: 'ms', values: later, promised: { atMost: 100 } })
        }
      } finally {
        house.remove()
      }
    }
    return figures
  },
}

/** An app beside core's types. */
function layOut(house: SpecHouse, { program, scopes }: Question): void {
  const types = join(house.folder, 'core')
  cpSync(core, types, { recursive: true, filter: (file) => !/\.(?:js|map|tsbuildinfo)$/.test(file) })
  if (scopes !== undefined) {
    house.fill(scopes, 1)
    house.run()
    for (const name of ['scopes', 'scope-covers']) {
      rmSync(join(types, 'generated', `${name}.d.ts`))
      house.write(`core/generated/${name}.ts`, house.read(`packages/core/src/generated/${name}.ts`))
    }
  }
  house.write('app.ts', program)
  house.write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [] } }')
}

async function ask(editor: Editor, file: string, { what, program, least }: Question) {
  const times: number[] = []
  editor.open(file, program)
  for (let round = 0; round <= rounds; round += 1) {
    const text = `${'\n'.repeat(round)}${program}`
    if (round > 0) editor.change(text)
    const start = performance.now()
    const { size } = await editor.completions(text.lastIndexOf("''") + 1)
    times.push(performance.now() - start)
    if (size < least) throw new Error(`${what}: ${size} were offered of ${least}`)
  }
  const [first = Number.NaN, ...later] = times
  return { first, later }
}
