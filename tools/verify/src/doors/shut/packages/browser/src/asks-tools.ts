import '../../../tools/generator/src/main.js'
