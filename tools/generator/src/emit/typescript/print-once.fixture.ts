import type { Module } from './declarations.js'
import { type Print, printHere } from './press.js'

const known = new Map<string, Promise<string>>()
let press: Promise<Print> | undefined

/** Prints a module, for tests that make the same ones again and again: each is printed once. */
export const printOnce: Print = (module: Module) => {
  const key = JSON.stringify(module)
  const text = known.get(key) ?? print(module)
  known.set(key, text)
  return text
}

async function print(module: Module): Promise<string> {
  press ??= printHere()
  return (await press)(module)
}
