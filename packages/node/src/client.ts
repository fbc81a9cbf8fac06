/** The client of a program on Node: core's, with a User-Agent and a CA file. */
import {
  ConfigurationError,
  LinodeLoginClient as CoreClient,
  type ClientOptions as CoreClientOptions,
  type Runtime,
} from '@linode-login/core'
import { given } from '@linode-login/core/internal'
import { fetchTrusting } from './ca-fetch.js'
import { readCaFile } from './ca-file.js'
import { notSent } from './not-sent.js'
import { version } from './version.js'

/** How a client on Node is set up: as core's, and with a CA file of one's own. */
export interface ClientOptions extends CoreClientOptions {
  /**
   * The path of a PEM file with the authorities to trust. They replace the roots that Node brings, as
   * `ca_path` does in Linode's Python client and `--cacert` in curl. The file is read and checked once, when
   * the client is made. It can't stand beside `fetch`, which brings a trust of its own.
   */
  readonly caPath?: string | undefined
}

/** Signs users in with Linode, on Node. */
export class LinodeLoginClient extends CoreClient {
  /**
   * Asks nothing of the network.
   *
   * @throws ConfigurationError when an option can't be used; with `caPath`, also when the file is missing,
   *   unreadable, or holds no certificate or a damaged one
   */
  constructor(options: ClientOptions) {
    super(options, { headers, notSent, optionNames: ['caPath'], ...trust(options) })
  }
}

/** The edge in front of Linode refuses requests without a name to go by (facts); core sees to `Accept`. */
const headers: Runtime['headers'] = { 'User-Agent': `linode-login/${version}` }

function trust(options: ClientOptions): Partial<Runtime> {
  // What is no options at all is for core to refuse.
  const { caPath, fetch } = given(options ?? {})
  if (caPath === undefined) return {}
  if (fetch !== undefined)
    throw new ConfigurationError('caPath', 'no fetch beside it, which brings a trust of its own')
  return { fetch: fetchTrusting(readCaFile(caPath)) }
}
