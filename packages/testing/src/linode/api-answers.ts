/** What Linode's API answers where an app that signs users in looks first: who is this? */
import type { ApiAnswers } from '../api/api-handler.js'

export const linodeApiAnswers: ApiAnswers = {
  'GET /profile': (user) => ({ username: user?.username, email: user?.email }),
}
