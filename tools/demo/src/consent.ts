/**
 * What a person does with the consent page: opens it, reads it, presses "approve".
 * Answers where they are sent.
 */
export async function approve(url: string, send: typeof fetch): Promise<{ page: string; callback: string }> {
  const opened = await send(url, { redirect: 'manual' })
  const page = await opened.text()
  const answer = await send(new URL(formAction(page), url), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(opened) },
    body: new URLSearchParams([...hiddenFields(page), ['decision', 'approve']]),
  })
  const callback = answer.headers.get('location')
  if (callback === null) throw new Error(`the consent page answered ${answer.status} and no redirect`)
  return { page, callback }
}

function cookies(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

function formAction(page: string): string {
  return plain(/<form[^>]*\baction="([^"]*)"/.exec(page)?.[1] ?? '')
}

function hiddenFields(page: string): [string, string][] {
  return [...page.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, plain(value)],
  )
}

function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
