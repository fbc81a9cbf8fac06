import '../client/client.js'
