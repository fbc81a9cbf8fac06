/** What Linode's API answers where an app that signs users in looks first: who is this? */
import type { ApiAnswer } from '../api/standing-answers.js'

export const linodeApiAnswers: Readonly<Record<string, ApiAnswer>> = {
  'GET /profile': ({ user }) => ({ username: user?.username, email: user?.email }),
}
