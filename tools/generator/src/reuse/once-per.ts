/** A function of an object that is asked once for each: what it gave is kept as long as the object is. */
export function oncePer<T extends object, R>(make: (from: T) => R): (from: T) => R {
  const made = new WeakMap<T, { readonly result: R }>()
  return (from) => {
    const known = made.get(from) ?? { result: make(from) }
    made.set(from, known)
    return known.result
  }
}
