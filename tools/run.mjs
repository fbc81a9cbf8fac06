// The root's commands. Each brings what a fresh clone lacks, first the dependencies and then the build, and
// runs. Plain JavaScript, and nothing imported but Node: it must run before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [command = '--help', ...words] = process.argv.slice(2)
// npm takes its `--` away, pnpm hands it on.
const args = words[0] === '--' ? words.slice(1) : words

// What `npm run <command> -- --help` shows. The generator, which watches too, and the
// benchmarks bring their own.
const help = {
  demo: `Signs a user in on the fake login server and calls its API, step by step.

  npm run demo                 in the terminal
  npm run demo -- --browser    in a page, which stays until Ctrl-C

Exit code: 0 every step did what it claims, 1 one didn't, 2 wrong use.
`,
  test: `Builds and tests everything. Ends with "N passed, N failed"; where tests had to be skipped, with
", N skipped" behind it.

  npm test               checks that the generated files are current and that what changed in the spec is
                         announced; then lints, type-checks, builds and runs every suite, from the cache where
                         nothing changed
  npm test -- <words>    the same, with words for \`nx run-many\`, such as --projects=@linode-login/core or
                         --skip-nx-cache

A skipped test says in its name what it needs. Under CI=true it counts as failed, and the last line has two
numbers.

Exit code: 0 nothing failed, 1 something did.
`,
  verify: `Runs the tests of promises that cross packages, never from the cache.

  npm run verify                 all of them
  npm run verify -- <words>      with words for vitest: a part of a file's path, -t and a part of a test's
                                 name; src/api-report -u writes the API reports anew

Fails as well if the generated files aren't current.

Exit code: 0 all passed, 1 not.
`,
  pack: `Makes the packages as npm would publish them, to try them in an app before they are.

  npm run pack                into packed/
  npm run pack -- <folder>    into that folder; then, in the app: npm install <folder>/*.tgz

Packages of ours that stand in the folder already, maybe of another version, are removed.

Exit code: 0 they are made, 1 they can't be or the generated files aren't current, 2 wrong use.
`,
  bump: `Makes the next version of the packages; the release's workflow calls it.

  npm run bump    changelogs and versions of the changesets, then spec/released.json, which the next change
                  of the spec is compared with

Fails before anything changes if the generated files aren't current, a change of the spec isn't announced, or
a guess of an import stands in the spec. Where it was stopped, call it again: it goes on with the version that
it made, or says what to take back.

Exit code: 0 it is made, 1 it isn't, 2 wrong use.
`,
}

const commands = {
  demo() {
    build('tools/demo')
    node('tools/demo/dist/main.js', ...args)
  },
  test() {
    forgetReports()
    const isCurrent =
      succeeds(...compiling('tools/generator')) &&
      succeeds('tools/generator/dist/main.js', '--check') &&
      succeeds('tools/generator/dist/main.js', 'diff', '--check')
    const targets = '--targets=lint,typecheck,build,test'
    const sound = isCurrent && nx('run-many', targets, '--output-style=static', ...args)
    // Nothing was tested, or the report, which is part of the tree under test, does not compile.
    if (!isCurrent || (!sound && !succeeds(...compiling('tools/verify')))) {
      console.log('0 passed, 1 failed')
      process.exit(1)
    }
    node('tools/verify/dist/report/main.js', ...(sound ? [] : ['--a-step-failed']))
  },
  generate() {
    build('tools/generator')
    node('tools/generator/dist/main.js', ...args)
  },
  watch() {
    build('tools/generator')
    // What a run makes and drops has room then: collecting it took a quarter of the time from a save to the files.
    node('--min-semi-space-size=16', 'tools/generator/dist/main.js', '--watch', ...args)
  },
  bench() {
    build('tools/bench')
    node('tools/bench/dist/main.js', ...args)
  },
  verify() {
    build('tools/generator')
    node('tools/generator/dist/main.js', '--check')
    for (const room of ['tools/verify', 'tools/demo', 'tools/bench']) build(room)
    // Not by nx, which would take words that are for vitest, such as -t, for its own.
    run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], { folder: 'tools/verify' })
  },
  pack() {
    // The generator makes core's maps into the spec when it is packed.
    build('tools/generator')
    node('tools/generator/dist/main.js', '--check')
    for (const room of ['packages/node', 'packages/browser', 'packages/testing']) build(room)
    const folder = args[0] === undefined ? join(root, 'packed') : resolve(process.env.INIT_CWD ?? '', args[0])
    removePackages(folder)
    pnpm(['--recursive', '--filter=./packages/*', 'pack', '--pack-destination', folder], { quietly: true })
    console.log(`${[`Packed into ${folder}`, ...packagesIn(folder)].join('\n  ')}
In the app: npm install ${join(folder, 'linode-login-*.tgz')}`)
  },
  bump() {
    build('tools/generator')
    node('tools/generator/dist/main.js', '--check')
    node('tools/generator/dist/main.js', 'diff', '--ready')
    node('node_modules/@changesets/cli/bin.js', 'version')
    // What the User-Agent says; a test fails when the two differ.
    const { version } = JSON.parse(text('packages/node/package.json'))
    const file = new URL('../packages/node/src/version.ts', import.meta.url)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/'.*'/, `'${version}'`))
    node('tools/generator/dist/main.js', 'diff', '--release')
    console.log(
      'Next: npm test, and commit all of this together. The workflow of the release publishes it from main.',
    )
  },
}

const isHelp = (word) => word === '--help' || word === '-h'
if (isHelp(command) || (args.some(isHelp) && Object.hasOwn(help, command))) {
  console.log(help[command] ?? `npm run <command> -- --help tells of ${Object.keys(commands).join(', ')}`)
  process.exit()
}
if (!Object.hasOwn(commands, command)) {
  console.error(`there is no command ${command}; there are ${Object.keys(commands).join(', ')}`)
  process.exit(2)
}
const wrong = wrongUse()
if (wrong !== undefined) {
  console.error(`${wrong}\n"npm run ${command} -- --help" tells what there is`)
  process.exit(2)
}
install()
commands[command]()

/** Words that nobody would hear, so that more would be done than was asked for; nothing where there are none. */
function wrongUse() {
  // npm takes options for its own where no `--` stands before them.
  const kept = ['--check', '--edited', '--ready', '--dry-run'].filter(
    (option) => process.env[`npm_config_${option.slice(2).replace('-', '_')}`] === 'true',
  )
  if (command === 'generate' && kept.length > 0)
    return `npm kept ${kept.join(' ')} for itself: write npm run generate -- ${[...args, ...kept].join(' ')}`
  const unheard = {
    pack: args.filter((word, place) => place > 0 || word.startsWith('-')),
    bump: [...args, ...kept],
  }
  return unheard[command]?.length > 0 ? `${command} takes no ${unheard[command].join(' ')}` : undefined
}

/** pnpm keeps a copy of the lockfile that it installed: equal copies mean that nothing is to be done. */
function install() {
  if (text('pnpm-lock.yaml') === text('node_modules/.pnpm/lock.yaml')) return
  pnpm(['install', '--frozen-lockfile'])
}

function pnpm(parameters, options) {
  const { packageManager } = JSON.parse(text('package.json'))
  run('npx', ['-y', packageManager, ...parameters], options)
}

function build(project) {
  node(...compiling(project))
}

/** By the compiler that nx builds with: what another one built would be compiled anew each time. */
function compiling(project) {
  return ['node_modules/typescript7/bin/tsc', '-b', `${project}/tsconfig.build.json`]
}

/** Those of another version would be installed beside the new ones. */
function removePackages(folder) {
  if (!existsSync(folder)) return
  for (const name of packagesIn(folder)) rmSync(join(folder, name))
}

function packagesIn(folder) {
  return readdirSync(folder).filter((file) => /^linode-login-.*\.tgz$/.test(file))
}

/** What an earlier run counted is no result of this one. */
function forgetReports() {
  const found = ['packages', 'tools'].flatMap((room) =>
    readdirSync(join(root, room), { withFileTypes: true }),
  )
  for (const { name, parentPath } of found.filter((entry) => entry.isDirectory()))
    rmSync(join(parentPath, name, '.report'), { recursive: true, force: true })
}

/** Whether every task succeeded. */
function nx(...parameters) {
  return succeeds('node_modules/nx/dist/bin/nx.js', ...parameters)
}

function succeeds(...parameters) {
  return start(process.execPath, parameters) === 0
}

function node(...parameters) {
  run(process.execPath, parameters)
}

function run(program, parameters, options) {
  const status = start(program, parameters, options)
  if (status !== 0) process.exit(status)
}

/** The exit code. What is run `quietly` is heard only where it fails. */
function start(program, parameters, { quietly = false, folder = '' } = {}) {
  const { status, error, stdout } = spawnSync(program, parameters, {
    cwd: join(root, folder),
    stdio: ['inherit', quietly ? 'pipe' : 'inherit', 'inherit'],
    // Without a daemon, processes of their own for nx's plugins only take time to start.
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' },
    shell: process.platform === 'win32' && program === 'npx',
  })
  if (error) console.error(`${program} could not be started: ${error.message}`)
  if (quietly && status !== 0) process.stdout.write(stdout ?? '')
  return status ?? 1
}

function text(path) {
  try {
    return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  } catch {
    return undefined
  }
}
