import '../../node/src/reaches-round.js'
