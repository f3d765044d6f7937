// What `pulumi up` runs.
require('../scripts/packages.cjs').needPackages('infra');
const { load } = require('./bundle.cjs');

module.exports = load('program.ts').program(load('../platform.ts').default);
