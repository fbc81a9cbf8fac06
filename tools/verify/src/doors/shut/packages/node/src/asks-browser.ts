import '../../browser/src/reads-a-file.js'
