/**
 * The spellings that a text takes on its way through URLs, pages and JSON, undone so
 * that a secret can be found.
 */

/**
 * HTML's names for the signs of ASCII, each with its sign behind it, and for what doesn't show. A longer name
 * stands before its beginning.
 */
const names = new Map(
  (
    'amp& lt< gt> quot" apos\' plus+ sol/ equals= lowbar_ UnderBar_ period. tilde~ dash- hyphen- colon: semi; commat@ comma, ' +
    'excl! num# dollar$ percnt% lpar( rpar) ast* midast* quest? lsqb[ lbrack[ rsqb] rbrack] bsol\\ Hat^ grave` ' +
    'lcub{ lbrace{ rcub} rbrace} verbar| vert| shy\u00ad zwnj\u200c zwj\u200d lrm\u200e rlm\u200f ZeroWidthSpace\u200b ' +
    'NewLine\n Tab\t nbsp\u00a0'
  )
    .split(' ')
    .map((entry): [string, string] => [entry.slice(0, -1).toLowerCase(), entry.slice(-1)]),
)

/** What stands in a text and isn't seen, breaks its line, or only adorns a letter. */
const unseen = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{DI}\\p{M}\\u00a0]+'
/** ASCII in the full width of East Asian scripts, and how far it stands from ASCII. */
const wide = '([\\uff01-\\uff5e])'
const WIDE_FROM_ASCII = 0xfee0

const spelling = new RegExp(
  [
    '((?:%[\\da-f]{2})+)',
    '[\\\\%]u([\\da-f]{4})|\\\\x([\\da-f]{2})|(?:\\\\u\\{|&#x)0*([\\da-f]{1,6})[;}]?',
    '&#0*(\\d{1,7});?',
    `&(${[...names.keys()].join('|')});?`,
    '\\\\([^])',
    wide,
    unseen,
  ].join('|'),
  'giu',
)

/** As JSON writes what isn't seen. */
const unseenInJson = 'bfnrtv0'

/**
 * A text with one layer of escapes taken off, percent-encoding, HTML's and JSON's alike, and without what
 * isn't seen. Never longer than before, and the same if there was nothing to undo.
 */
export function undoSpelling(text: string): string {
  return text.replace(
    spelling,
    (
      _,
      bytes?: string,
      utf16?: string,
      byte?: string,
      hex?: string,
      decimal?: string,
      name?: string,
      escaped?: string,
      wideSign?: string,
    ) => {
      if (bytes !== undefined) return decodeBytes(bytes)
      if (name !== undefined) return names.get(name.toLowerCase()) ?? ''
      if (escaped !== undefined) return unseenInJson.includes(escaped) ? '' : escaped
      if (wideSign !== undefined) return character(wideSign.charCodeAt(0) - WIDE_FROM_ASCII)
      const digits = utf16 ?? byte ?? hex
      return character(digits === undefined ? Number(decimal ?? 0) : Number.parseInt(digits, 16))
    },
  )
}

function decodeBytes(run: string): string {
  const bytes = run.slice(1).split('%')
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)))
}

function character(code: number): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
}
