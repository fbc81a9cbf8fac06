// Before a package is packed, in its folder: what was built from a source that is gone is taken out of
// `dist`. The compiler leaves it there, and npm would publish it, such as the scopes of a family that was
// taken back. Plain JavaScript, and nothing imported but Node, as it runs where the tools may not be built.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
for (const file of built) {
  const source = /^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(file)?.[1]
  if (source === undefined || existsSync(join('src', `${source}.ts`))) continue
  rmSync(join('dist', file))
  console.log(`removed dist/${file}, whose source is gone`)
}
