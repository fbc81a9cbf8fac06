/** Parameters for a query or a form body. A value that is left out or empty isn't sent (RFC 6749 §3.1). */
export function encodeForm(
  parameters: readonly (readonly [name: string, value: string | undefined])[],
): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of parameters) {
    if (value !== undefined && value !== '') form.append(name, value)
  }
  return form
}
