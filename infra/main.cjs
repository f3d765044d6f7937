// What `pulumi up` runs.
const { load } = require('../launch/index.cjs');
const { needPackages } = require('../launch/packages.cjs');

/** The outputs of the stack, which Pulumi waits for. */
async function outputs() {
  needPackages('infra');
  const { default: platform } = await load('platform.ts');
  return (await load('infra/program.ts')).program(platform);
}

module.exports = outputs();
