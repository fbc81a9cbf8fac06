/** Secrets, as the demo shows them. */

/** Cuts whatever looks like a secret (long hex or base64url) down to its first and last characters. */
export function shorten(text: string): string {
  return text.replace(
    /\b(?:[0-9a-f]{16,}|[\w-]{40,})\b/g,
    (secret) => `${secret.slice(0, 4)}…${secret.slice(-4)}`,
  )
}
