import { join } from 'node:path'
import type { ExitCode } from '../command/surroundings.js'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import type { House } from '../house/house.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import type { PerPart } from '../spec/documents.js'
import { run } from './command.js'

/** A document of ours. */
export function fixture(name: string): string {
  return join(import.meta.dirname, 'fixtures', name)
}

/** A disk that is taken away when a certain file is to be written. */
class FragileDisk extends MemoryDisk {
  stopAt: string | undefined
  #taken = false

  override async write(file: string, text: string): Promise<void> {
    this.#taken = this.stopAt !== undefined && (this.#taken || file === this.stopAt)
    if (this.#taken) throw new Error('stopped')
    await super.write(file, text)
  }
}

/** A spec in memory into which documents are brought. */
export class Workbench {
  readonly disk: FragileDisk
  readonly #house: House
  #printed = ''

  constructor(spec: PerPart<string> = acme, house: House = otherHouse) {
    this.disk = new FragileDisk(filesOf(spec))
    this.#house = house
  }

  get operations(): string {
    return this.disk.files.get(otherHouse.spec.operations) ?? ''
  }

  get scopes(): string {
    return this.disk.files.get(otherHouse.spec.scopes) ?? ''
  }

  /** Brings a document into the spec and no further, and gives what was printed. */
  async bring(document: string, ...options: string[]): Promise<{ code: ExitCode; printed: string }> {
    this.#printed = ''
    const print = (text: string) => {
      this.#printed += text
    }
    const code = await run(['openapi', document, '--spec-only', ...options], {
      house: this.#house,
      disk: this.disk,
      engine: '',
      load: loadOnce,
      print,
    })
    return { code, printed: this.#printed }
  }
}

/** Acme's spec with other operations or scopes. */
export function acmeWith(changes: Partial<PerPart<string>>): PerPart<string> {
  return { ...acme, ...changes }
}

/** The misspelt scopes that a report in JSON warns of, each with what was meant. */
export function warningsIn(printed: string): unknown {
  const { warnings } = JSON.parse(printed)
  return warnings.map(({ scope, suggestion }: Record<string, unknown>) => [scope, suggestion])
}
