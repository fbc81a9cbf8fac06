/** Answers of the API, as it tells of scopes. */

export const url = 'https://api.linode.com/v4/linode/instances'
export const notAuthorized = 'Your OAuth token is not authorized to use this endpoint.'

export function answer(
  status: number,
  granted: string | undefined,
  needed: string | undefined,
  reason?: string,
): Response {
  const headers = new Headers()
  if (granted !== undefined) headers.set('X-OAuth-Scopes', granted)
  if (needed !== undefined) headers.set('X-Accepted-OAuth-Scopes', needed)
  return new Response(JSON.stringify(reason === undefined ? {} : { errors: [{ reason }] }), {
    status,
    headers,
  })
}

/** A fetch that gives one answer after another. */
export function answering(...answers: Response[]): typeof fetch {
  return async () => answers.shift() ?? Response.error()
}
