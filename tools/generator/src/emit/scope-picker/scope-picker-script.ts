/**
 * What the page does. Plain JavaScript in a text, since the page loads nothing. It has no algebra of scopes: all that a
 * scope includes stands in its data, and which of several sets to take is for the reader.
 */
export const pickerScript = `'use strict'
const { needs, line, ...data } = JSON.parse(document.getElementById('data').textContent)
const [includes, words] = [data.includes, data.words].map((table) => new Map(Object.entries(table)))
const [form, filter, ticked, shown, answer, code, copied] =
  ['operations', 'filter', 'ticked', 'shown', 'answer', 'code', 'copied'].map((id) => document.getElementById(id))
const boxes = [...form.querySelectorAll('input[name=operation]')]
const rows = boxes.map((box) => ({ box, item: box.closest('li'), text: box.parentElement.textContent.toLowerCase() }))

/** Without those that another one includes. */
function fewest(scopes) {
  const included = new Set(scopes.flatMap((scope) => includes.get(scope)))
  return [...new Set(scopes)].filter((scope) => !included.has(scope)).sort()
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
  const scopes = fewest(others.flatMap((operation) => (typeof operation.needs === 'string' ? [] : operation.needs)))
  const parts = []
  if (on.length === 0) parts.push(element('p', 'Nothing is ticked.'))
  else if (others.length > 0 && scopes.length === 0) {
    const open = others.every((operation) => operation.needs === 'none')
    parts.push(element('p', open ? 'No scope, and no token either.' : 'No scope: any token will do.'))
  }
  if (scopes.length > 0) parts.push(list(scopes.map(told)))
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
