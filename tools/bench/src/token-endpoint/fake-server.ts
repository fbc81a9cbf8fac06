// A process of its own with the fake login server, for the load test.
import { LinodeLoginClient } from '@linode-login/core'
import { FakeLogin } from '@linode-login/testing'
import { reportCpuTime } from './report-cpu-time.js'
import { signIn } from './sign-in.js'

const login = await FakeLogin.start()
const redirectUri = 'http://127.0.0.1/callback'
const credentials = login.registerClient({ redirectUri })
const client = new LinodeLoginClient({ ...credentials, redirectUri, baseUrl: login.url, clock: login.clock })
const refreshTokens: string[] = []
for (let connection = 0; connection < 16; connection += 1) {
  refreshTokens.push((await signIn(login, client)).refreshToken ?? '')
}
process.send?.({ url: login.url, ...credentials, refreshTokens })
reportCpuTime()
process.once('disconnect', () => void login.stop())
