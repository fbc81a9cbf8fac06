export { secret } from '../../core/src/secret.js'
