import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return address.port
}

/** An example of packages/node as a program that runs. */
export interface ExampleProcess extends AsyncDisposable {
  /** What it has written until now, to either output. */
  log(): string
}

/**
 * Compiles an example of packages/node, runs it as a process of its own and waits until it says that it
 * listens.
 */
export async function startExample(
  name: string,
  environment: Record<string, string>,
): Promise<ExampleProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'linode-login-'))
  const outfile = join(folder, 'example.mjs')
  const source = fileURLToPath(new URL(`../../../../packages/node/examples/${name}`, import.meta.url))
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['undici'],
  })
  const child = spawn(process.execPath, [outfile], { env: { ...process.env, ...environment } })
  let log = ''
  child.stdout.on('data', (chunk) => {
    log += chunk
  })
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error(`the example ended: ${log}`)
  return {
    log: () => log,
    [Symbol.asyncDispose]: async () => {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}
