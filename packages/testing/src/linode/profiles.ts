/** The profiles: sets of switches with a name. */
import { type Switches, strictSwitches } from '../authority/switches.js'

/** A set of switches with a name. */
export type ProfileName = 'strict' | 'linode'

/**
 * Each profile's switches. `strict` refuses what an RFC refuses; `linode` takes what Linode
 * is known to take (facts).
 */
export const profiles: Readonly<Record<ProfileName, Switches>> = {
  strict: strictSwitches,
  linode: {
    ...strictSwitches,
    redirectMatch: 'prefix',
    implicit: true,
    implicitReturn: '',
    exchangeRedirectUri: 'optional',
    shortSecrets: true,
  },
}
