/** `client_id` → `clientId`, `repo:status` → `repoStatus`. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = words(name)
  return first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalised).join('')
}

/** `token_response` → `TokenResponse`. */
export function pascalCase(name: string): string {
  return words(name).map(capitalised).join('')
}

/** `object_storage` → `object-storage`. */
export function dashed(name: string): string {
  return words(name).join('-')
}

function words(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
