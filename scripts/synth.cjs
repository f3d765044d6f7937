// `npm run synth`, and the app of the cdk8s command: writes dist/ from main.ts and platform.ts.
'use strict';

const { dirname } = require('node:path');
const { start } = require('./synth/start.cjs');

start(dirname(__dirname));
