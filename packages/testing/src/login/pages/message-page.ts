/** Pages that only say something. */
import { html } from './html.js'
import { layout } from './page-layout.js'

/** A page that only says something. */
export function messagePage(title: string, text: string): string {
  return layout(
    title,
    html`<h1>${title}</h1>
<p>${text}</p>`,
  )
}

/** A page that tells an error to the user, since there is no client to tell it to. */
export function refusedPage(error: string, description = 'no reason is given'): string {
  return messagePage('This was refused', `${error}: ${description}.`)
}
