import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A new folder that holds these files. */
export async function folderWith(files: Iterable<readonly [name: string, text: string]>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  for (const [name, text] of files) {
    const file = join(folder, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  return folder
}

/** A file with some text, in a folder of its own. */
export async function fileWith(text: string, name = 'openapi.yaml'): Promise<string> {
  return join(await folderWith([[name, text]]), name)
}
