// Writes the dashboards that `dashboards/` states as code into the files that a site provisions.
//
//   npm run dashboards
//
// The library that states them is large and needed by nobody else: a synth reads the finished files instead.
import { writeFileSync } from 'node:fs';
import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';

commandLine({
  usage: `usage: npm run dashboards

  Writes the dashboards of dashboards/ as the JSON files that a site provisions.`,
});
const { dashboards } = await launch.load('dashboards/index.ts');
for (const dashboard of dashboards) {
  const file = new URL(`../constructs/monitoring-stack/dashboards/${dashboard.uid}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(dashboard, null, 2)}\n`);
}
