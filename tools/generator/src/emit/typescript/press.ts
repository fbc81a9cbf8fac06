/**
 * Who prints. Importing ts-morph takes as long as reading and judging the whole spec, so the command lets a
 * second thread begin with it at once and hands it the modules, which are plain data, when they are there.
 */
import { Worker } from 'node:worker_threads'
import type { Module } from './declarations.js'

/** Makes a module's text. */
export type Print = (module: Module) => Promise<string>

/** Prints in this thread. */
export async function printHere(): Promise<Print> {
  const { ModulePrinter } = await import('./print.js')
  const printer = new ModulePrinter()
  return async (module) => printer.print(module)
}

/** Starts a thread that prints. It ends with the process, and does not keep it alive but while it prints. */
export function printBeside(): Print {
  const worker = new Worker(new URL('./press-worker.js', import.meta.url), { execArgv: [] })
  const waiting: { readonly resolve: (text: string) => void; readonly reject: (error: unknown) => void }[] =
    []
  const settle = (use: (next: (typeof waiting)[number]) => void) => {
    const next = waiting.shift()
    if (next !== undefined) use(next)
    if (waiting.length === 0) worker.unref()
  }
  worker.on('message', (text: string) => settle(({ resolve }) => resolve(text)))
  let fault: unknown
  worker.on('error', (error) => {
    fault = error
    while (waiting.length > 0) settle(({ reject }) => reject(error))
  })
  // Only now: whoever begins to listen keeps the thread, and so the process, alive.
  worker.unref()
  return (module) =>
    new Promise((resolve, reject) => {
      // A thread that has died, before it was asked for anything even, never answers.
      if (fault !== undefined) return reject(fault)
      waiting.push({ resolve, reject })
      worker.ref()
      worker.postMessage(module)
    })
}
