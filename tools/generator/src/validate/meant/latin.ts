/** To YAML these are no quotes, so what is meant goes without them. */
const curly = '“”„‘’'

/** Letters of other alphabets that look like Latin ones: a name with one of them looks right and isn't. */
const alike: Readonly<Record<string, string>> = {
  ...pairs('асԁеһіјӏоԛрѕуԝх', 'acdehijloqpsywx'),
  ...pairs('АВЕНІЈКМОРЅСТԜХҮ', 'ABEHIJKMOPSCTWXY'),
  ...pairs(curly, ''),
  ...pairs('ανορι', 'avopi'),
  ...pairs('ΑΒΕΗΙΚΜΝΟΡΤΥΧΖ', 'ABEHIKMNOPTYXZ'),
}

function pairs(letters: string, latin: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...letters].map((letter, at) => [letter, latin.charAt(at)]))
}

/** A text in Latin letters, where all others in it look like some: accents and what can't be seen go, wide letters become narrow. */
export function inLatin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\0-\x7f]/gu, (letter) => alike[letter] ?? letter)
}

/** What of a text is no ASCII but looks as if it were, as an aside to a sentence. */
export function lookAlikes(text: string): string {
  const letters = [...new Set(text.match(/[^\0-\x7f]/gu))].filter((letter) => inLatin(letter) !== letter)
  if (letters.length === 0) return ''
  const named = letters.map((letter) => `"${letter}" (U+${hex(letter)}) is ${nothingBut(letter)}`)
  return `: ${named.join(', ')}`
}

function nothingBut(letter: string): string {
  if (curly.includes(letter)) return 'no straight quote'
  return inLatin(letter) === '' ? 'not to be seen' : `not "${inLatin(letter)}"`
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
