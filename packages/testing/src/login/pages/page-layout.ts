/** What every page of the fake server looks like. */
import { type Html, html } from './html.js'

const style: Html = {
  markup: `<style>
    :root { color-scheme: light dark; --edge: light-dark(#d8dde3, #3b424b); --quiet: light-dark(#5a6570, #a3adb8); --accent: light-dark(#0b6b3a, #3ecf7f) }
    * { box-sizing: border-box }
    body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#f3f5f7, #14181c) }
    main { width: 100%; max-width: 30rem; padding: 2rem; border: 1px solid var(--edge); border-radius: 12px; background: light-dark(#fff, #1c2127) }
    h1 { margin: 0 0 .5rem; font-size: 1.3rem; line-height: 1.3 }
    p { margin: 0 0 1rem }
    ul { margin: 0 0 1.5rem; padding: 0; list-style: none; border-top: 1px solid var(--edge) }
    li { padding: .7rem 0; border-bottom: 1px solid var(--edge) }
    li strong { display: block }
    li span, footer { color: var(--quiet); font-size: .9rem }
    form { display: flex; gap: .75rem }
    button { flex: 1; padding: .7rem; border: 1px solid var(--edge); border-radius: 8px; font: inherit; background: none; color: inherit; cursor: pointer }
    button[value=approve] { border-color: var(--accent); background: var(--accent); color: light-dark(#fff, #0d1a12); font-weight: 600 }
    button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
    footer { margin-top: 1.5rem }
  </style>`,
}

/** A page of the fake server, whole. */
export function layout(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  ${style}
</head>
<body>
<main>
${content}
<footer>This is a fake login server, for tests.</footer>
</main>
</body>
</html>
`.markup
}
