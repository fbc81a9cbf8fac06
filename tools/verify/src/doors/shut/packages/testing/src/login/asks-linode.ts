import '../linode/profiles.js'
