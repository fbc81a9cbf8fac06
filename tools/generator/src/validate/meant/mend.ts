/** What a text of the wrong form was most likely meant to be, found by small changes until one fits. */
import { camelCase, pascalCase } from '../../model/names.js'
import { nearest } from '../../report/nearest.js'
import { inLatin } from './latin.js'

/** A text that fits, and the change that leads to it. */
export interface Mended {
  readonly text: string
  readonly order: string
}

/**
 * The first text that fits after one small change or two; where the form leaves open how words are joined, one that
 * joins them as usual.
 *
 * @param fits - says whether a text is of the right form.
 * @param usual - texts of that form.
 */
export function mend(
  text: string,
  fits: (text: string) => boolean,
  usual: readonly string[] = [],
): Mended | undefined {
  if (text.trim() === '') return undefined
  const once = changed({ text, order: '' })
  const twice = once.flatMap(changed)
  const fitting = [...once, ...twice].filter((candidate) => fits(candidate.text))
  const [first] = fitting
  const known = usual.join('')
  const isUsual = (candidate: Mended) =>
    (candidate.text.match(JOINTS) ?? []).every((one) => known.includes(one))
  const sameWords = ({ text: other }: Mended) =>
    other.replace(JOINTS, ' ') === first?.text.replace(JOINTS, ' ')
  return fitting.find((candidate) => sameWords(candidate) && isUsual(candidate)) ?? first
}

const JOINTS = /[_-]/g

function changed({ text, order }: Mended): Mended[] {
  return changes.flatMap(([change, words]) => {
    const after = change(text)
    if (after === text || after === '') return []
    // A new text says all; orders that change a part of it are told one after the other.
    if (words === undefined || order.startsWith(MEANT)) return [{ text: after, order: `${MEANT}"${after}"?` }]
    return [{ text: after, order: order === '' ? words : `${order} and ${words}` }]
  })
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What is filled in where a level's words speak of a family. */
const GAPS = ['{title}', '{things}']

const MEANT = 'did you mean '

type Change = readonly [change: (text: string) => string, order?: string]

const changes: readonly Change[] = [
  [inLatin],
  [(text) => text.trim(), 'take the spaces at its ends out'],
  [(text) => (isPath(text) ? text : `${text}.`), 'end it with a full stop'],
  [(text) => text.charAt(0).toUpperCase() + text.slice(1), 'begin it with a capital letter'],
  [(text) => text.replace(/\.$/, ''), 'take the full stop at its end out'],
  [
    (text) => (text.includes(' ') ? text.charAt(0).toLowerCase() + text.slice(1) : text),
    'begin it with a small letter',
  ],
  [(text) => text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()],
  [(text) => text.replace(/^[A-Z](?=[a-z]+[A-Z])/, (letter) => letter.toLowerCase())],
  [(text) => text.toLowerCase()],
  [(text) => text.replace(/^\w+/, (word) => word.toUpperCase())],
  [(text) => (isName(text) ? text.replace(/[ -]/g, '_') : text)],
  [(text) => (isName(text) ? text.replaceAll(' ', '-') : text)],
  [(text) => (isName(text) ? camelCase(text) : text)],
  [(text) => (isName(text) ? pascalCase(text) : text)],
  [(text) => text.replace(/^\w+(?= \/)/, (word) => nearest(word, METHODS) ?? word)],
  [(text) => text.replace(/(?<![{\w/])(title|things)\}|\{(title|things)(?![\w}])/g, '{$1$2}')],
  [(text) => text.replace(/\{\w+\}/g, (gap) => nearest(gap, GAPS) ?? gap)],
  [(text) => text.replace(/\{(\w+)(?=\/|$)/g, '{$1}')],
  [(text) => text.replace(/\/(\w+\})/g, '/{$1')],
  [(text) => text.replace(/^\d+\.\d+$/, '$&.0')],
  [(text) => text.replace(/\/[/:]*$/, '')],
  [(text) => text.replace(/\/{2,}/g, '/')],
  [(text) => text.replace(/(?<=\/\S*)[?#].*$/, '')],
  [(text) => text.replace(/\/\.(?=\/|$)/, '')],
  [(text) => text.replace(/(\/[^/]+)?\/\.\.(?=\/|$)/, '')],
  [(text) => (/\s/.test(text) ? text : `/${text}`)],
  [(text) => text.replace(/ (?!\/)/, ' /')],
  [(text) => text.replace(/\s+/g, ' ')],
  [(text) => text.replace(/:([A-Za-z]\w*)|<(\w+)>/g, '{$1$2}')],
  [(text) => text.replace(/^([A-Za-z]+)(?=\/)/, '$1 ')],
  [(text) => text.replace(/^(\/\S*) +([A-Za-z]+)$/, '$2 $1')],
  [(text) => text.replace(/[,;]$/, '')],
  [(text) => text.replace(/^http:/, 'https:')],
  [(text) => text.replace(/^(?=[a-z\d-]+(\.[a-z\d-]+)+$)/i, 'https://')],
  [(text) => text.replace(/https?:\/\/[^/\s]+/, '')],
  [(text) => text.replace(/^v(?=\d)/i, ''), 'take the "v" out'],
  [(text) => text.replace(/^RFC ?(\d+) ?(?=§)/, 'RFC $1 ')],
]

/** Whether a text is a path, with or without a method before it. */
function isPath(text: string): boolean {
  return /^(\w+ +)?\/\S*$/.test(text)
}

/** Whether a text is words side by side, as a name would be, and not a sentence or a scope. */
function isName(text: string): boolean {
  return (
    /^[A-Za-z][A-Za-z0-9]*(([ -]|_)[A-Za-z0-9]+)*$/.test(text) && !/ .*_|_.* /.test(text) && text.length < 40
  )
}
