/** The thread that `press.ts` starts: a module comes in, its text goes out, in the same order. */
import { parentPort } from 'node:worker_threads'
import type { Module } from './declarations.js'
import { practice } from './practice.js'
import { ModulePrinter } from './print.js'

const printer = new ModulePrinter()
// There is nothing to print until the spec is read. What a printer does for the first time takes it long.
printer.print(practice)
parentPort?.on('message', (module: Module) => parentPort?.postMessage(printer.print(module)))
