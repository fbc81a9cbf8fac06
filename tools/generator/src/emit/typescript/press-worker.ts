/** The thread that `press.ts` starts: a module comes in, its text goes out, in the same order. */
import { parentPort } from 'node:worker_threads'
import type { Module } from './declarations.js'
import { ModulePrinter } from './print.js'

const printer = new ModulePrinter()
parentPort?.on('message', (module: Module) => parentPort?.postMessage(printer.print(module)))
