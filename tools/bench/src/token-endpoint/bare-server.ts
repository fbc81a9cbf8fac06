// A process of its own with the least that node:http can do: read the body, answer the bytes
// that the fake once answered.
import { createServer } from 'node:http'
import { reportCpuTime } from './report-cpu-time.js'
import type { WireAnswer } from './token-endpoint.js'

const { status, headers, body }: WireAnswer = JSON.parse(process.argv[2] ?? '')

const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    response.writeHead(status, headers)
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  process.send?.({ url: `http://127.0.0.1:${address.port}` })
})
reportCpuTime()
process.once('disconnect', () => server.close())
