import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A file with some text, in a folder of its own. */
export async function fileWith(text: string, name = 'openapi.yaml'): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'import-')), name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  return file
}
