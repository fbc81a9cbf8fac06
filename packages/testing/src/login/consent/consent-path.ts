/**
 * The path of the login server that no spec speaks of: it is between the fake's own
 * consent page and the fake.
 */

/** Where the form of the consent page goes. */
export const CONSENT_PATH = '/consent'
