#!/usr/bin/env node
// Outside `dist`, so that an install in the workspace finds it before anything is built.
import '../dist/cli/main.js'
