/** A value for each name. */
export type Table<T> = Readonly<Record<string, T>>
