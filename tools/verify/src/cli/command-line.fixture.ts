/** Commands of the node package as one types them, and the log that they read. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const secret: string = 'a1b2c3d4'.repeat(8)

const recorded = {
  request: {
    method: 'GET',
    url: `https://api.linode.com/v4/linode/instances?page=1&access_token=${secret}`,
    headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
  },
  response: {
    status: 200,
    headers: [
      { name: 'x-oauth-scopes', value: 'linodes:read_write' },
      { name: 'x-accepted-oauth-scopes', value: 'linodes:read_only' },
    ],
  },
}

/** Writes the log that examples name, `har.json`, which holds the secret. */
export function writeLog(folder: string): void {
  writeFileSync(join(folder, 'har.json'), JSON.stringify({ log: { entries: [recorded] } }))
}

/** Runs a line in a folder by `sh`. */
export function typedIn(
  folder: string,
  line: string,
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  // What npm says of a machine's own settings is none of ours.
  const npm = { npm_config_loglevel: 'error' }
  const environment = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...npm, ...env }
  return spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8', env: environment })
}
