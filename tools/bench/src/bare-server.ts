// A process of its own with the least that node:http can do: read the body, answer bytes of the same length.
import { createServer } from 'node:http'
import { reportCpuTime } from './report-cpu-time.js'

const hex = (length: number): string => 'a1'.repeat(length / 2)
const answer = JSON.stringify({
  access_token: hex(64),
  token_type: 'bearer',
  expires_in: 7200,
  refresh_token: hex(64),
  scope: 'linodes:read_only',
  scopes: 'linodes:read_only',
})

const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-length': answer.length,
    })
    response.end(answer)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  process.send?.({
    url: `http://127.0.0.1:${address.port}`,
    clientId: hex(20),
    clientSecret: hex(64),
    refreshTokens: Array.from({ length: 16 }, () => hex(64)),
  })
})
reportCpuTime()
process.once('disconnect', () => server.close())
