// What the page does. It has no algebra of scopes: all that a scope includes stands in its data, and which of several sets
// to take is for the reader.

/**
 * @typedef {object} Data
 * @property {Record<string, string[]>} includes every other scope that one includes
 * @property {Record<string, [title: string, description: string, code: string]>} words
 * @property {(string[] | 'none' | 'any_token' | 'pat')[]} needs of each box, in their order
 * @property {string} line how an app asks, with `{scopes}` where their names stand
 */

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function the(id, type) {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`)
  return found
}

/** @type {Data} */
const data = JSON.parse(the('data', HTMLScriptElement).text)
const [includes, words] = [new Map(Object.entries(data.includes)), new Map(Object.entries(data.words))]
const form = the('operations', HTMLFormElement)
const filter = the('filter', HTMLInputElement)
const ticked = the('ticked', HTMLInputElement)
const [shown, answer, code, line, copied] = [
  the('shown', HTMLElement),
  the('answer', HTMLElement),
  the('code', HTMLElement),
  the('line', HTMLElement),
  the('copied', HTMLElement),
]
const rows = [...form.querySelectorAll('li')].map((item, at) => ({
  item,
  box: /** @type {HTMLInputElement} */ (item.querySelector('input')),
  name: item.querySelector('code')?.textContent ?? '',
  text: item.textContent.toLowerCase(),
  needs: data.needs[at] ?? [],
}))

/**
 * Without those that another one includes.
 *
 * @param {readonly string[]} scopes
 */
function fewest(scopes) {
  const included = new Set(scopes.flatMap((scope) => includes.get(scope) ?? []))
  return [...new Set(scopes)].filter((scope) => !included.has(scope)).sort()
}

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
function element(name, ...children) {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

/** @param {readonly (readonly Node[])[]} items */
function list(items) {
  return element('ul', ...items.map((item) => element('li', ...item)))
}

/** @param {string} scope */
function told(scope) {
  const [title, description] = words.get(scope) ?? [scope, '']
  return [element('code', scope), element('span', `${title}. ${description}`)]
}

function show() {
  const on = rows.filter(({ box }) => box.checked)
  const personal = on.filter(({ needs }) => needs === 'pat')
  const others = on.filter(({ needs }) => needs !== 'pat')
  const scopes = fewest(others.flatMap(({ needs }) => (typeof needs === 'string' ? [] : needs)))
  const parts = []
  if (on.length === 0) parts.push(element('p', 'Nothing is ticked.'))
  else if (others.length > 0 && scopes.length === 0) {
    const isOpen = others.every(({ needs }) => needs === 'none')
    parts.push(element('p', isOpen ? 'No scope, and no token either.' : 'No scope: any token will do.'))
  }
  if (scopes.length > 0) parts.push(list(scopes.map(told)))
  if (personal.length > 0) {
    const heading = element('h3', 'A personal access token only')
    const why = element('p', 'No scope opens these to an app:')
    heading.className = why.className = 'pat'
    parts.push(heading, why, list(personal.map(({ name }) => [element('code', name)])))
  }
  answer.replaceChildren(...parts)
  code.hidden = others.length === 0
  const names = scopes.map((scope) => words.get(scope)?.[2] ?? JSON.stringify(scope))
  line.textContent = data.line.replace('{scopes}', () => names.join(', '))
  copied.textContent = ''
}

function sift() {
  const wanted = filter.value.toLowerCase().split(/\s+/)
  let count = 0
  for (const { box, item, text } of rows) {
    item.hidden = (ticked.checked && !box.checked) || !wanted.every((word) => text.includes(word))
    if (!item.hidden) count += 1
  }
  for (const group of form.querySelectorAll('fieldset')) {
    group.hidden = group.querySelector('li:not([hidden])') === null
  }
  shown.textContent = `${count} of ${rows.length} operations are shown`
}

form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('change', show)
form.addEventListener('reset', () =>
  setTimeout(() => {
    show()
    sift()
  }),
)
filter.addEventListener('input', sift)
ticked.addEventListener('change', sift)
the('copy', HTMLButtonElement).addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(line.textContent)
    copied.textContent = 'Copied.'
  } catch {
    copied.textContent = 'The browser does not let a page copy: select the line.'
  }
})
the('off', HTMLElement).remove()
show()
sift()
