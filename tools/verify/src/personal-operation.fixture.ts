/** An operation that takes a personal access token only, whichever of Linode's comes first. */
import { operations } from '@linode-login/core/operations'

export const [personal = { name: '', id: '' }] = [...operations()].flatMap(([name, { id, needs }]) =>
  needs === 'pat' ? [{ name, id }] : [],
)
