/** Whether nothing may be passed over: `.ci/run` says CI=true, and so do the usual services. */
export const inCi: boolean = process.env['CI'] === 'true'
