import type { Disk, Staged } from './disk.js'

/** A disk in memory, and what was done to it. */
export class MemoryDisk implements Disk {
  readonly files: Map<string, string>
  /** The paths that were written or removed. */
  readonly touched: string[] = []

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries(files))
  }

  async read(file: string): Promise<Uint8Array | undefined> {
    const text = this.files.get(file)
    return text === undefined ? undefined : new TextEncoder().encode(text)
  }

  async list(folder: string): Promise<readonly string[]> {
    return [...this.files.keys()].filter((file) => file.startsWith(`${folder}/`)).sort()
  }

  async write(file: string, content: string | Uint8Array): Promise<void> {
    this.touched.push(file)
    this.files.set(file, typeof content === 'string' ? content : new TextDecoder().decode(content))
  }

  async stage(file: string, text: string): Promise<Staged> {
    return { place: () => this.write(file, text).then(() => true), drop: async () => {} }
  }

  async unstage(): Promise<void> {}

  async create(file: string, text: string): Promise<boolean> {
    if (this.files.has(file)) return false
    await this.write(file, text)
    return true
  }

  async remove(file: string): Promise<void> {
    this.touched.push(file)
    this.files.delete(file)
  }
}
