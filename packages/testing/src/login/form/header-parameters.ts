/** Header values with parameters, such as `form-data; name="code"`. */

const parameter = /[ \t]*;[ \t]*([\w!#$%&'*+.^`|~-]+)=(?:"([^"\\]*)"|([^\s";\\]+))[ \t]*/y

/**
 * The parameters behind the first word of a header's value, by lower-case name.
 *
 * @returns `undefined` for what two parsers could read differently: a parameter that came twice, a backslash,
 *   which some take for an escape and browsers don't, or anything that is no parameter.
 */
export function parametersOf(value: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>()
  parameter.lastIndex = /^[^;]*/.exec(value)?.[0].length ?? 0
  while (parameter.lastIndex < value.length) {
    const [, name = '', quoted, plain = ''] = parameter.exec(value) ?? []
    if (name === '' || found.has(name.toLowerCase())) return undefined
    found.set(name.toLowerCase(), quoted ?? plain)
  }
  return found
}
