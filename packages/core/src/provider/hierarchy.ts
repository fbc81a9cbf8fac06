/**
 * What a provider's scopes mean, as plain data. The generator writes one for Linode from `spec/scopes.yaml`;
 * the algebra works on any.
 */
export interface ScopeHierarchy {
  /** Every scope, with the scopes that it includes directly. */
  readonly includes: Readonly<Record<string, readonly string[]>>
  /**
   * Other spellings and older names, each with the scope that it stands for; `''`
   * where it stands for nothing.
   */
  readonly aliases: Readonly<Record<string, string>>
  /** The scope that covers every scope, unknown ones too. */
  readonly wildcard: string | undefined
  /** What stands between two scopes of a text. */
  readonly separators: {
    /** Each character that may stand between two scopes when reading. */
    readonly read: string
    /** What is written between two scopes. */
    readonly write: string
  }
  /** Whether scopes are lower-cased when read. */
  readonly ignoreCase: boolean
}

/** Families whose scopes follow one ladder of levels: what is the same of each is said once. */
export interface ScopeFamilies {
  /** Each level, with the levels that it includes and its older names. */
  readonly levels: Readonly<
    Record<string, { readonly includes: readonly string[]; readonly aliases: readonly string[] }>
  >
  /** The level that a family's name alone stands for. */
  readonly bare: string | undefined
  /** Words that stand for no scope, alone and in the place of a level. */
  readonly nothing: readonly string[]
  /** Each family with its levels; a scope of it is written `family:level`. */
  readonly families: Readonly<Record<string, readonly string[]>>
  /** Older names of families, each with the family that it stands for. */
  readonly folded: Readonly<Record<string, string>>
}

type Written = Pick<ScopeHierarchy, 'includes' | 'aliases'>

/**
 * The hierarchy of a provider whose scopes stand in families: a fifth of the bytes of the same written out.
 * Nothing is written out until it is asked for.
 *
 * @example
 * ```ts
 * const levels = { read: { includes: [], aliases: [] }, write: { includes: ['read'], aliases: [] } }
 * const mail = withFamilies(
 *   { levels, families: { letters: ['read', 'write'] }, bare: 'write', nothing: [], folded: {} },
 *   { includes: {}, aliases: {}, wildcard: undefined, separators: { read: ' ', write: ' ' }, ignoreCase: false },
 * )
 * createScopeAlgebra(mail).expand('letters') // ['letters:read', 'letters:write']
 * ```
 * @param ladder - what families have in common, and where they differ
 * @param rest - the hierarchy of what follows no ladder. What it says of a family's scope
 * counts in place of the ladder.
 */
export function withFamilies(ladder: ScopeFamilies, rest: ScopeHierarchy): ScopeHierarchy {
  let written: Written | undefined
  const all = (): Written => {
    written ??= writtenOut(ladder, rest)
    return written
  }
  return {
    ...rest,
    get includes() {
      return all().includes
    },
    get aliases() {
      return all().aliases
    },
  }
}

/** Every scope of a family and every spelling of it, in the order in which families and levels stand. */
function writtenOut({ levels, bare, nothing, families, folded }: ScopeFamilies, rest: Written): Written {
  const includes: [string, string[]][] = []
  const aliases = nothing.map((word) => [word, ''])

  function spell(name: string, family: string, own: readonly string[]): void {
    if (bare !== undefined && own.includes(bare)) aliases.push([name, `${family}:${bare}`])
    for (const level of own) {
      for (const alias of levels[level]?.aliases ?? [])
        aliases.push([`${name}:${alias}`, `${family}:${level}`])
    }
    for (const word of nothing) aliases.push([`${name}:${word}`, ''])
  }

  for (const [family, own] of Object.entries(families)) {
    for (const level of own) {
      const below = levels[level]?.includes.filter((other) => own.includes(other)) ?? []
      includes.push([`${family}:${level}`, below.map((other) => `${family}:${other}`)])
    }
    spell(family, family, own)
  }
  for (const [name, family] of Object.entries(folded)) {
    const own = families[family] ?? []
    for (const level of own) aliases.push([`${name}:${level}`, `${family}:${level}`])
    spell(name, family, own)
  }
  return {
    includes: { ...Object.fromEntries(includes), ...rest.includes },
    aliases: { ...Object.fromEntries(aliases), ...rest.aliases },
  }
}
