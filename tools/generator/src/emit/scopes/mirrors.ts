import type { Emitter } from '../output.js'
import { familiesWithModule, familyFile } from './families.js'

/** A module for each family of scopes in packages that show them under their own name. */
export const mirrors: Emitter = ({ scopes }, house) =>
  house.mirrors.flatMap(({ folder, of }) =>
    familiesWithModule(scopes).map((family) => ({
      path: `${folder}/${familyFile(family)}.ts`,
      from: ['scopes'],
      content: { imports: [], declarations: [{ kind: 'reexport', from: `${of}/${familyFile(family)}` }] },
    })),
  )
