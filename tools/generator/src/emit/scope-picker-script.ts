/**
 * What the page does. Plain JavaScript in a text: the page loads nothing, so it can't import the scope algebra; a test
 * in a browser holds its answers against that algebra's.
 */
export const pickerScript = `'use strict'
const { wildcard, needs, line, ...data } = JSON.parse(document.getElementById('data').textContent)
const [includes, words] = [data.includes, data.words].map((table) => new Map(Object.entries(table)))
const [form, filter, ticked, shown, answer, code, copied] =
  ['operations', 'filter', 'ticked', 'shown', 'answer', 'code', 'copied'].map((id) => document.getElementById(id))
const boxes = [...form.querySelectorAll('input[name=operation]')]
const rows = boxes.map((box) => ({ box, item: box.closest('li'), text: box.parentElement.textContent.toLowerCase() }))

function reach(scopes) {
  const reached = new Set()
  const open = [...scopes]
  while (open.length > 0) {
    const scope = open.pop()
    if (reached.has(scope)) continue
    reached.add(scope)
    open.push(...(includes.get(scope) ?? []))
  }
  return reached
}

function covering(scopes) {
  const reached = reach(scopes)
  return (needed) => reached.has(wildcard) || needed.every((scope) => reached.has(scope))
}

/** Without those that another one includes; of two that include each other the first stays. */
function minimize(scopes) {
  const kept = [...new Set(scopes)].sort()
  for (const scope of [...kept].reverse()) {
    const others = kept.filter((other) => other !== scope)
    if (covering(others)([scope])) kept.splice(kept.indexOf(scope), 1)
  }
  return kept
}

/** Every smallest set of scopes that includes one set of each list of alternatives. */
function smallestSets(alternatives) {
  let ways = [[]]
  for (const sets of [...alternatives].sort((one, other) => one.length - other.length)) {
    const extended = ways.flatMap((way) =>
      sets.some(covering(way)) ? [way] : sets.map((set) => minimize([...way, ...set])))
    const distinct = [...new Map(extended.map((way) => [way.join(' '), way]))]
      .sort(([one, way], [other, another]) => way.length - another.length || (one < other ? -1 : 1))
      .slice(0, 100)
      .map(([, way]) => way)
    ways = distinct.filter((way) =>
      !distinct.some((other) => other !== way && covering(way)(other) && !covering(other)(way)))
  }
  return ways.filter(({ length }) => length === ways[0].length)
}

function element(name, ...children) {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

function list(items) {
  return element('ul', ...items.map((item) => element('li', ...item)))
}

function told(scope) {
  const [title, description] = words.get(scope) ?? [scope, '']
  return [element('code', scope), element('span', title + '. ' + description)]
}

function show() {
  const on = boxes.flatMap((box, at) => (box.checked ? [{ name: box.nextSibling.textContent, needs: needs[at] }] : []))
  const personal = on.filter((operation) => operation.needs === 'pat')
  const others = on.filter((operation) => operation.needs !== 'pat')
  const alternatives = others.flatMap((operation) => (typeof operation.needs === 'string' ? [] : [operation.needs]))
  const [scopes, ...ties] = smallestSets(alternatives)
  const parts = []
  if (on.length === 0) parts.push(element('p', 'Nothing is ticked.'))
  else if (others.length > 0 && scopes.length === 0) {
    const open = others.every((operation) => operation.needs === 'none')
    parts.push(element('p', open ? 'No scope, and no token either.' : 'No scope: any token will do.'))
  }
  if (scopes.length > 0) parts.push(list(scopes.map(told)))
  if (ties.length > 0) {
    parts.push(element('h3', 'As small'), list(ties.map((set) => [element('code', set.join(' '))])))
  }
  if (personal.length > 0) {
    const heading = element('h3', 'A personal access token only')
    const why = element('p', 'No scope opens these to an app:')
    heading.className = why.className = 'pat'
    parts.push(heading, why, list(personal.map((operation) => [element('code', operation.name)])))
  }
  answer.replaceChildren(...parts)
  code.hidden = others.length === 0
  const names = scopes.map((scope) => words.get(scope)?.[2] ?? JSON.stringify(scope))
  document.getElementById('line').textContent = line.replace('{scopes}', () => names.join(', '))
  copied.textContent = ''
}

function sift() {
  const wanted = filter.value.toLowerCase().split(/\\s+/)
  let count = 0
  for (const { box, item, text } of rows) {
    item.hidden = (ticked.checked && !box.checked) || !wanted.every((word) => text.includes(word))
    if (!item.hidden) count += 1
  }
  for (const group of form.querySelectorAll('fieldset')) group.hidden = !group.querySelector('li:not([hidden])')
  shown.textContent = count + ' of ' + rows.length + ' operations are shown'
}

form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('change', show)
form.addEventListener('reset', () => setTimeout(() => { show(); sift() }))
filter.addEventListener('input', sift)
ticked.addEventListener('change', sift)
document.getElementById('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(document.getElementById('line').textContent)
    copied.textContent = 'Copied.'
  } catch {
    copied.textContent = 'The browser does not let a page copy: select the line.'
  }
})
document.getElementById('off').remove()
show()
sift()
`
