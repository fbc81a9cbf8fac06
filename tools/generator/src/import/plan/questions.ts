/** What a person must decide, gathered by kind: however many operations it is about, it is one question. */
import type { Decision } from './plan.js'

interface Words {
  readonly what: (count: number) => string
  readonly todo: string
  readonly counted?: true
}

const operations = (count: number, verb: string, verbs: string): string =>
  `${count} ${count === 1 ? `operation ${verb}` : `operations ${verbs}`}`

/** A guess is asked about by every import that finds it. */
const TAKE_OUT = 'and take "guessed" out'

/** The questions that there are, in the order of asking. */
export type Question =
  | 'guessedFamily'
  | 'less'
  | 'unreadable'
  | 'someToken'
  | 'onlyPat'
  | 'twins'
  | 'note'
  | 'unwritable'
  | 'undecidable'
  | 'unlike'
  | 'unlisted'
  | 'stillNeeded'
  | 'neverDeclared'
  | 'guessedAuth'
  | 'guessedPat'
  | 'guessedScopes'
  | 'ids'
  | 'gone'

const words: Readonly<Record<Question, Words>> = {
  guessedFamily: {
    what: (n) => `${n} ${n === 1 ? 'family has' : 'families have'} a name and words that are a guess`,
    todo: `put "name" and "things" in order, and "levels" where some can not be granted, ${TAKE_OUT}`,
  },
  less: {
    what: (n) =>
      `${operations(n, 'declares', 'declare')} less than was needed, or nothing, and what was needed stays`,
    todo: 'where less will do, write that alone ("auth: none" where anyone may call); where not, a note that says why; and take "guessed" out where it stands',
  },
  unreadable: {
    what: (n) => `${operations(n, 'declares', 'declare')} security in a way that can't be read`,
    todo: 'correct the document there and import it again, or write by hand what is needed',
  },
  someToken: {
    what: (n) =>
      `${operations(n, 'needs', 'need')} a token, and the document knows no OAuth that would tell which`,
    todo: 'write what is needed: the scopes, or "auth: any_token", or "auth: pat" where OAuth will not do',
  },
  onlyPat: {
    what: (n) => `${operations(n, 'declares', 'declare')} personal tokens alone, and so far OAuth would do`,
    todo: 'write "auth: pat" where OAuth will not do any more, or a note that says why it will',
  },
  twins: {
    what: (n) =>
      `${operations(n, 'stands', 'stand')} more than once in the document, and needs something else each time`,
    todo: 'write what is right, and a note that says why',
  },
  note: {
    what: (n) => `${operations(n, 'has', 'have')} a note, and another declaration than it was written for`,
    todo: `see whether the note still holds, and what "corrected" was taken to mean, ${TAKE_OUT}`,
  },
  unwritable: {
    what: (n) =>
      `${operations(n, 'has a path or a method', 'have paths or methods')} that the spec can't hold and ${n === 1 ? 'was' : 'were'} left out`,
    todo: 'write a path that is wanted by hand, in a form that the schema accepts; a method that it has no word for stays out',
  },
  undecidable: {
    what: (n) =>
      `${operations(n, 'asks', 'ask')} for scopes that the spec does not know, and nothing tells what is meant`,
    todo: 'add the scopes by hand and import again, or write the operations with "corrected" and a note',
  },
  unlike: {
    what: (n) =>
      `${n} ${n === 1 ? 'scope is' : 'scopes are'} listed in the document, and like none that is known`,
    todo: 'add by hand what is new, rename or retire what it takes the place of, and import again; where it is none, write operations that ask for it with "corrected" and a note (till then they stay as they were, or out), and do nothing else',
  },
  unlisted: {
    what: (n) => `${n} ${n === 1 ? 'scope is' : 'scopes are'} declared no more, but the family is`,
    todo: 'if they are gone, write "retired: { levels: […], removed: … }" in the family',
  },
  stillNeeded: {
    what: (n) =>
      `${n} of the spec's families and scopes ${n === 1 ? 'is' : 'are'} declared no more, but operations in the document need ${n === 1 ? 'it' : 'them'}`,
    todo: 'if another name took its place, rename it as spec/README.md says; if they need something else by now, correct what was recorded or "corrected"; and import again: what nothing needs is retired then',
  },
  neverDeclared: {
    what: (n) =>
      `${n} of the spec's families and scopes ${n === 1 ? 'is' : 'are'} not in the document, and no operation needs ${n === 1 ? 'it' : 'them'}`,
    todo: 'retire them as spec/README.md says, or leave them if you know better',
  },
  guessedAuth: {
    what: (n) =>
      `${operations(n, 'declares', 'declare')} no security, and what ${n === 1 ? 'it needs' : 'they need'} is a guess`,
    todo: `put "auth" in order (reading was taken as open to anyone, all else as needing some token), say why in a note, ${TAKE_OUT}`,
  },
  guessedPat: {
    what: (n) =>
      `${operations(n, 'needs', 'need')} a token, the document knows no OAuth that would tell which, and "auth: pat" is a guess`,
    todo: `write what is needed: the scopes, or "auth: any_token", or leave it where OAuth will not do; ${TAKE_OUT}`,
  },
  guessedScopes: {
    what: (n) => `${operations(n, 'declares', 'declare')} what is no scope, and "corrected" is a guess`,
    todo: `see whether that is what is meant, keep or change it and its note, ${TAKE_OUT}`,
  },
  ids: {
    what: (n) =>
      `${operations(n, 'has', 'have')} another id in the document and kept ${n === 1 ? 'its own' : 'their own'}`,
    todo: 'apps name operations by their ids: write the new ones if they are worth a major release; otherwise do nothing',
  },
  gone: {
    what: (n) =>
      `${operations(n, 'is', 'are')} not in the document and ${n === 1 ? 'stayed as it was' : 'stayed as they were'}`,
    todo: 'if they are gone, import with --remove, which retires the families that only they need; otherwise do nothing',
    counted: true,
  },
}

/** Gathers questions, and gives them in the order above. */
export class Questions {
  readonly #about = new Map<string, { readonly key: string; readonly text: string }[]>()

  /**
   * @param key - the operation, the family or the scope, as the spec calls it.
   * @param more - what else is to be known of it.
   */
  ask(question: Question, key: string, more?: string): void {
    const one = { key, text: more === undefined ? key : `${key}: ${more}` }
    const others = this.#about.get(question)
    if (others === undefined) this.#about.set(question, [one])
    else others.push(one)
  }

  all(): readonly Decision[] {
    return Object.entries(words).flatMap(([question, { what, todo, counted = false }]) => {
      const about = this.#about.get(question) ?? []
      if (about.length === 0) return []
      const [texts, keys] = [about.map(({ text }) => text), about.map(({ key }) => key)]
      return [{ what: what(about.length), about: texts, keys, todo, counted }]
    })
  }
}
