/** The binary: hands the process's words in, and prints what comes out. */
import { createReadStream } from 'node:fs'
import { paintFor } from './paint.js'
import { run } from './run.js'

/** A reader that has seen enough, as `| head` has, ends the printing and changes no exit code. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { exitCode, stdout, stderr } = await run(
  process.argv.slice(2),
  { read: (path) => (path === '-' ? process.stdin : createReadStream(path)) },
  paintFor(process.stdout.isTTY === true, process.env),
)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = exitCode
