/** Lets the parent process ask how much CPU time, in microseconds, this process has used. */
export function reportCpuTime(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.(user + system)
  })
}
