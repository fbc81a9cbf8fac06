/**
 * Whether any of the documents that were ever published makes an import fail, or leaves
 * more questions than a person should be asked at once.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskAt, entryLoader, house, importDocument } from '@linode-login/tool-generator'
import { verdictOn } from '../figures/judge.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** How many questions are a short list: the most that a document left so far. */
const SHORT = 6

const help = `Imports the openapi.yaml of each tag of a git repository, into an empty spec one after the other, and as if
it were newer into Linode's. Fails where an import does, where a second one of the same document changes
anything, or where one leaves more than ${SHORT} questions to a person.

  npm run bench -- import-history <folder>    a clone of the provider's repository; takes at most a quarter of
                                              an hour for 180 tags

Exit code: 0 none failed, 1 one did, 2 wrong use.
`

/** What an import came to: how many questions it left, or why it failed. */
type Outcome = number | string

/** Runs with the words that follow the name: the exit code. */
export async function importHistory(
  words: readonly string[],
  print: (text: string) => void,
): Promise<0 | 1 | 2> {
  const [folder, ...more] = words
  if (words.includes('--help') || words.includes('-h')) {
    print(help)
    return 0
  }
  const clone = resolve(process.env['INIT_CWD'] ?? '', folder ?? '')
  if (folder === undefined || more.length > 0 || spawnSync('git', ['-C', clone, 'rev-parse']).status !== 0) {
    const came = folder === undefined ? '' : `, not ${words.join(' ')}`
    process.stderr.write(
      `import-history needs the folder of a clone${came}\n"npm run bench -- import-history --help" tells of it\n`,
    )
    return 2
  }
  const { documents, absent } = documentsIn(clone)
  const [ours, grown] = [specCopy(), specCopy()]
  try {
    const spec = [house.spec.scopes, house.spec.operations]
    const texts = spec.map((file) => readFileSync(join(ours.folder, file)))
    writeFileSync(join(grown.folder, house.spec.operations), 'operations: {}\n')
    // The other examples name operations, which are yet to come there.
    const examples = join(grown.folder, 'spec/vectors')
    for (const name of readdirSync(examples)) if (name !== 'requests.yaml') rmSync(join(examples, name))
    const outcomes: Outcome[] = []
    for (const { tag, text } of documents) {
      for (const [index, file] of spec.entries()) writeFileSync(join(ours.folder, file), texts[index] ?? '')
      const [first, newer] = [await imported(grown, text), await imported(ours, text, '--as', '9999.0.0')]
      print(`${tag}: ${inWords(first)} from nothing; as if newer ${inWords(newer)}\n`)
      outcomes.push(first, newer)
    }
    const failed = outcomes.filter((outcome) => typeof outcome === 'string').length
    const most = Math.max(0, ...outcomes.filter((outcome) => typeof outcome === 'number'))
    print(`${documents.length} documents, ${failed} imports failed, at most ${most} questions\n`)
    if (absent.length > 0) print(`not in this clone, which may be a partial one: ${absent.join(', ')}\n`)
    const questions = {
      what: 'the most that one import leaves',
      unit: 'questions',
      values: [most],
      promised: { atMost: SHORT },
    }
    const { lines, exitCode } = verdictOn(new Map([['import-history', [questions]]]))
    print(`${lines.join('\n')}\n`)
    return failed > 0 || documents.length === 0 ? 1 : exitCode
  } finally {
    for (const { folder } of [ours, grown]) rmSync(folder, { recursive: true })
  }
}

interface Documents {
  readonly documents: readonly { readonly tag: string; readonly text: string }[]
  /** The tags whose document git knows of and does not have. */
  readonly absent: readonly string[]
}

/** The documents of a repository's tags in the order of their versions, each different one once. */
function documentsIn(folder: string): Documents {
  const tags = git(folder, 'tag', '--sort=version:refname').trim().split('\n')
  const blobs = new Map<string, string>()
  for (const tag of tags.filter((name) => name !== '')) {
    const [, blob] = / blob (\w+)\t/.exec(git(folder, 'ls-tree', tag, 'openapi.yaml')) ?? []
    if (blob !== undefined && !blobs.has(blob)) blobs.set(blob, tag)
  }
  const has = (blob: string) => spawnSync('git', ['-C', folder, 'cat-file', '-e', blob]).status === 0
  const all = [...blobs].map(([blob, tag]) => ({ blob, tag, isThere: has(blob) }))
  return {
    documents: all
      .filter(({ isThere }) => isThere)
      .map(({ blob, tag }) => ({ tag, text: git(folder, 'cat-file', 'blob', blob) })),
    absent: all.filter(({ isThere }) => !isThere).map(({ tag }) => tag),
  }
}

function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** Linode's spec in a temporary folder, and what reads only those of its entries that have changed. */
interface SpecCopy {
  readonly folder: string
  readonly load: ReturnType<typeof entryLoader>
}

function specCopy(): SpecCopy {
  const folder = mkdtempSync(join(tmpdir(), 'import-history-'))
  cpSync(join(root, 'spec'), join(folder, 'spec'), { recursive: true })
  return { folder, load: entryLoader() }
}

/** Imports a document twice into a spec. */
async function imported(
  { folder, load }: SpecCopy,
  text: string,
  ...words: readonly string[]
): Promise<Outcome> {
  const document = join(folder, 'document/openapi.yaml')
  mkdirSync(join(folder, 'document'), { recursive: true })
  writeFileSync(document, text)
  const bring = async () => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    const surroundings = { house, disk: diskAt(folder), engine: undefined, print, load }
    const code = await importDocument(['openapi', document, '--spec-only', '--json', ...words], surroundings)
    return { code, printed }
  }
  try {
    const first = await bring()
    if (first.code !== 0) return `failed: ${first.printed}`
    const again = await bring()
    if (again.code !== 0 || JSON.parse(again.printed).files.length > 0)
      return 'failed: a second import changes the spec'
    return JSON.parse(first.printed).decisions.length
  } catch (error) {
    return `failed: ${error}`
  }
}

function inWords(outcome: Outcome): string {
  return typeof outcome === 'string' ? outcome : `${outcome} ${outcome === 1 ? 'question' : 'questions'}`
}
