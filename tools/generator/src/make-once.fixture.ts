import { printOnce } from './emit/typescript/print-once.fixture.js'
import { loadOnce } from './load/load-once.fixture.js'
import { type Maker, maker } from './make.js'

/**
 * A new maker, for tests that make the same files again and again: no text is read twice,
 * and no module printed twice.
 */
export const makeOnce: Maker = (inputs, house) => maker(() => printOnce, loadOnce)(inputs, house)
