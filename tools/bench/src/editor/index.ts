/** TypeScript's servers as editors start and ask them. */
export type { Editor } from './editor.js'
export { LanguageServer } from './language-server.js'
export { TsServer } from './ts-server.js'
