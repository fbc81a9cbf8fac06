import { groupBy } from '../../collections/group-by.js'
import type { House } from '../../house/house.js'
import type { Model } from '../../model/model.js'
import { needsInWords } from '../../model/needs-in-words.js'
import type { Operation } from '../../model/operation-model.js'
import type { Emitter } from '../output.js'
import { dataOf, type Way, waysOf } from './page-data.js'
import { script, style } from './page-files.js'

/** A page to tick operations on and to see the scopes to ask for: one file that loads nothing else. */
export const scopePicker: Emitter = (model, house) => [
  {
    path: `${house.reference}/scope-picker.html`,
    from: ['scopes', 'operations'],
    content: text(model, house),
  },
]

function text(model: Model, house: House): string {
  const { provider, operations, apiVersion } = model
  const groups = [...groupBy(operations, ({ path }) => `/${path.split('/')[1] ?? ''}`)]
  const ordered = groups.flatMap(([, members]) => members.flatMap(waysOf))
  const twice = ordered.length > operations.length ? ` ${TWICE}` : ''
  const version = apiVersion === undefined ? '' : ` of version ${apiVersion}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<link rel="icon" href="data:,">
<title>Scopes of ${escaped(provider.name)}</title>
<style>
${style}</style>
</head>
<body>
<a class="skip" href="#result">To the scopes to ask for</a>
<header>
<h1>Which scopes does an app need?</h1>
<p>Tick the operations of ${escaped(provider.name)}'s API that your app calls; the fewest scopes that suffice for all of
them stand under <a href="#result">Ask for</a>.${twice} ${operations.length} operations${escaped(version)}.</p>
<p id="off">Ticking needs JavaScript; what each operation needs stands beside it.</p>
</header>
<main>
<form id="operations" aria-label="Operations">
<div class="tools">
<label for="filter">Filter</label>
<input type="search" id="filter" placeholder="words of a path, a method, an id or a scope" autocomplete="off" spellcheck="false">
<label><input type="checkbox" id="ticked"> only ticked</label>
<button type="reset">Untick all</button>
<p id="shown" role="status"></p>
</div>
${groups.map(([name, members]) => section(name, members)).join('\n')}
</form>
<section id="result" aria-labelledby="ask-for" tabindex="-1">
<h2 id="ask-for">Ask for</h2>
<div id="answer" role="status"><p>Nothing is ticked.</p></div>
<div id="code" hidden>
<h3>In code</h3>
<pre tabindex="0" aria-label="The line that asks for them"><code id="line"></code></pre>
<button type="button" id="copy">Copy</button> <span id="copied" role="status"></span>
</div>
</section>
</main>
<script type="application/json" id="data">${json(dataOf(model, ordered, house))}</script>
<script type="module">
${script}</script>
</body>
</html>
`
}

const TWICE = 'Where an operation stands twice, either of its boxes opens it.'

function section(name: string, members: readonly Operation[]): string {
  return `<fieldset>
<legend>${escaped(name)}</legend>
<ul>
${members.flatMap(waysOf).map(row).join('\n')}
</ul>
</fieldset>`
}

function row({ key, id, access }: Way): string {
  const look = access.auth === 'pat' ? ' class="pat"' : ''
  return `<li><label><input type="checkbox" name="operation"><code>${escaped(key)}</code><span${look}>${escaped(needsInWords(access))}</span><small>${escaped(id)}</small></label></li>`
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
}

/** JSON that ends no script element. Two levels deep each entry has a line, so that a difference shows what changed. */
function json(value: unknown, levels = 2): string {
  if (levels === 0 || typeof value !== 'object' || value === null)
    return JSON.stringify(value).replaceAll('<', '\\u003c')
  const isList = Array.isArray(value)
  const lines = Object.entries(value).map(
    ([key, item]) => `${isList ? '' : `${json(key)}:`}${json(item, levels - 1)}`,
  )
  const [start, end] = isList ? '[]' : '{}'
  return `${start}\n${lines.join(',\n')}\n${end}`
}
