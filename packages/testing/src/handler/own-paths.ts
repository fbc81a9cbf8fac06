/** The paths of the login server that no spec speaks of: they are between the server and the browser. */

/** Where the form of the consent page goes. */
export const CONSENT_PATH = '/consent'

/** Where a browser lands after logging out. */
export const LOGIN_PATH = '/login'
