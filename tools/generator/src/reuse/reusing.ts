/**
 * A function of an object that gives what it gave last, as long as every member that it read then is the
 * same. Which these are nobody need say: they are seen while it reads them.
 *
 * @param make - reads nothing that may change but the object's members, and all of them before it returns.
 */
export function reusing<T extends object, R>(make: (from: T) => R): (from: T) => R {
  let last: { readonly read: ReadonlyMap<PropertyKey, unknown>; readonly made: R } | undefined
  return (from) => {
    const same =
      last !== undefined && [...last.read].every(([key, value]) => Reflect.get(from, key) === value)
    if (last !== undefined && same) return last.made
    const read = new Map<PropertyKey, unknown>()
    const get = (whole: T, key: PropertyKey): unknown => {
      const value: unknown = Reflect.get(whole, key)
      read.set(key, value)
      return value
    }
    last = { read, made: make(new Proxy(from, { get })) }
    return last.made
  }
}
