import '../generated/hierarchy.js'
