// `npm run watch`: writes dist/ again after each change of a source, and prints what is wrong with it.
'use strict';

const { dirname } = require('node:path');
const { needPackages } = require('../launch/packages.cjs');
const { watch } = require('./synth/watch.cjs');

const USAGE = `usage: npm run watch

  Writes dist/ after each change of a source, until Ctrl-C.`;

if (process.argv.length > 2)
  void import('../launch/command-line.mjs').then(({ commandLine }) => commandLine({ usage: USAGE }));
else {
  needPackages();
  watch(dirname(__dirname));
}
