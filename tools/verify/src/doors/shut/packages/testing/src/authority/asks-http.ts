import '../call/http.js'
