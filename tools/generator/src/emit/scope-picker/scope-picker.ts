import { groupBy } from '../../collections/group-by.js'
import type { House } from '../../house/house.js'
import type { Model } from '../../model/model.js'
import { needsInWords } from '../../model/needs-in-words.js'
import type { Access, Operation } from '../../model/operation-model.js'
import { allScopes, type ScopeModel } from '../../model/scope-model.js'
import type { Emitter } from '../output.js'
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

/** An operation with one of the sets of scopes that open it: each has a box of its own. */
interface Way extends Pick<Operation, 'key' | 'id'> {
  readonly access: Access
}

function waysOf({ key, id, access }: Operation): readonly Way[] {
  if (access.auth !== 'scoped') return [{ key, id, access }]
  return access.anyOf.map((set) => ({ key, id, access: { auth: 'scoped', anyOf: [set] } }))
}

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

/** What the script works with; the operations in the order of their boxes. */
function dataOf({ scopes }: Model, ways: readonly Way[], { release, askingLine }: House): object {
  return {
    includes: Object.fromEntries(inclusions(scopes)),
    words: Object.fromEntries(wordsOf(scopes, release.scopes)),
    needs: ways.map(({ access }) => (access.auth === 'scoped' ? access.anyOf.flat() : access.auth)),
    line: askingLine,
  }
}

/** Each scope with every other that it includes, at whatever remove. */
function inclusions(scopes: ScopeModel): [string, string[]][] {
  const all = allScopes(scopes)
  const direct = new Map(all.map(({ text, includes }) => [text, includes]))
  const below = (scope: string): string[] => (direct.get(scope) ?? []).flatMap((one) => [one, ...below(one)])
  return [
    ...all.map(({ text }): [string, string[]] => [text, [...new Set(below(text))]]),
    ...(scopes.wildcard
      ? [[scopes.wildcard.scope, all.map(({ text }) => text)] satisfies [string, string[]]]
      : []),
  ]
}

/** Each scope with its title, its sentence and its name in code. */
function wordsOf({ families, singles, wildcard }: ScopeModel, object: string): [string, string[]][] {
  const named = [
    ...families.flatMap(({ name: family, scopes }) =>
      scopes.map((scope) => ({ ...scope, code: `${object}.${family}.${scope.name}` })),
    ),
    ...singles.map((scope) => ({ ...scope, code: `${object}.${scope.name}` })),
    ...(wildcard ? [{ ...wildcard, text: wildcard.scope, code: `${object}.${wildcard.name}` }] : []),
  ]
  return named.map(({ text: scope, title, description, code }) => [scope, [title, description, code]])
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
}

/** JSON that ends no script element. */
function json(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
