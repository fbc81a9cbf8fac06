// The root's commands. Each brings what a fresh clone lacks, first the dependencies and then the build, and runs.
// Plain JavaScript, and nothing imported but Node: it must run before anything is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [command, ...args] = process.argv.slice(2)

const commands = {
  demo() {
    build('tools/demo')
    node('tools/demo/dist/main.js', ...args)
  },
  test() {
    build('tools/generator')
    node('tools/generator/dist/main.js', '--check')
    node('tools/generator/dist/main.js', 'diff', '--check')
    const sound = nx('run-many', '--targets=lint,typecheck,build,test', '--output-style=static', ...args)
    node('tools/verify/dist/report/main.js', ...(sound ? [] : ['--a-step-failed']))
  },
  generate() {
    build('tools/generator')
    node('tools/generator/dist/main.js', ...args)
  },
  watch() {
    build('tools/generator')
    node('tools/generator/dist/main.js', '--watch', ...args)
  },
  bench() {
    build('tools/bench')
    node('tools/bench/dist/main.js', ...args)
  },
  verify() {
    if (!nx('run', '@linode-login/tool-verify:test', '--skip-nx-cache', ...args)) process.exit(1)
  },
  bump() {
    build('tools/generator')
    node('tools/generator/dist/main.js', 'diff', '--check')
    node('node_modules/@changesets/cli/bin.js', 'version')
    // What the User-Agent says; a test fails when the two differ.
    const { version } = JSON.parse(text('packages/node/package.json'))
    const file = new URL('../packages/node/src/version.ts', import.meta.url)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/'.*'/, `'${version}'`))
    node('tools/generator/dist/main.js', 'diff', '--release')
  },
}

if (!Object.hasOwn(commands, command)) {
  console.error(`unknown command: ${command}; there are ${Object.keys(commands).join(', ')}`)
  process.exit(2)
}
install()
commands[command]()

/** pnpm keeps a copy of the lockfile that it installed: equal copies mean that nothing is to be done. */
function install() {
  if (text('pnpm-lock.yaml') === text('node_modules/.pnpm/lock.yaml')) return
  const { packageManager } = JSON.parse(text('package.json'))
  run('npx', '-y', packageManager, 'install', '--frozen-lockfile')
}

function build(project) {
  node('node_modules/typescript/bin/tsc', '-b', `${project}/tsconfig.build.json`)
}

/** Whether every task succeeded. */
function nx(...parameters) {
  return start(process.execPath, 'node_modules/nx/dist/bin/nx.js', ...parameters) === 0
}

function node(...parameters) {
  run(process.execPath, ...parameters)
}

function run(program, ...parameters) {
  const status = start(program, ...parameters)
  if (status !== 0) process.exit(status)
}

function start(program, ...parameters) {
  const { status, error } = spawnSync(program, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false' },
    shell: process.platform === 'win32' && program === 'npx',
  })
  if (error) console.error(`${program} could not be started: ${error.message}`)
  return status ?? 1
}

function text(path) {
  try {
    return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  } catch {
    return undefined
  }
}
