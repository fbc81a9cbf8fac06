import { Faults, wholeFile } from '../report/fault.js'

/**
 * Another run changed the files since this one looked at them, so what it was about to
 * write may be out of date.
 */
export class Overtaken extends Faults {
  constructor(journal: string) {
    super([
      {
        rule: 'write/overtaken',
        place: wholeFile(journal),
        wrong: 'another run writes the same files, or they were saved since this one looked',
        expected: 'files as they were when this one looked',
        fix: 'run it again',
      },
    ])
  }
}
