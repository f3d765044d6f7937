// Prints the pins that Renovate found by this project's own lines; fails unless it found all of them.
//   node .ci/found-by-renovate.mjs LOG WANTED
import { readFileSync } from 'node:fs';

const [log, wanted] = process.argv.slice(2);
const { packageFiles } = readFileSync(log, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .find((entry) => entry.packageFiles);

const found = packageFiles.regex.flatMap(({ packageFile, deps }) => deps.map((dep) => ({ packageFile, ...dep })));
for (const { packageFile, depName, currentValue } of found) console.log(`${packageFile}: ${depName} ${currentValue}`);
if (found.length !== Number(wanted)) {
  console.log(`Renovate finds ${found.length} of ${wanted} pins; see customManagers in renovate.json`);
  process.exitCode = 1;
}
