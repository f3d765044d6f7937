// `npm run watch`: writes dist/ again after each change of a source, and prints what is wrong with it.
'use strict';

const { dirname } = require('node:path');
const { watch } = require('./synth/watch.cjs');

watch(dirname(__dirname));
