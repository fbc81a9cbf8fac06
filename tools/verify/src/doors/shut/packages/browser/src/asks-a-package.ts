import 'typescript'
