// What `pulumi up` runs.
const { load } = require('./bundle.cjs');

module.exports = load('program.ts').program(load('../platform.ts').default);
