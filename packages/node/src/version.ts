/** The version of this package, as its package.json has it (a test compares the two). */
export const version = '0.0.0'
