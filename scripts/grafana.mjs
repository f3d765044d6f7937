// Starts the official Grafana as the site of dist/ would, and checks that it is as the site promises.
//   npm run test:grafana

import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';

commandLine({
  usage: `usage: npm run test:grafana

  Starts the images of Grafana and its data sources with the settings, files and dashboards of dist/, and checks by its
  API whether it started, what it provisioned and who is let in. Needs docker and the internet; removes what it made.`,
});

await (await launch.load('scripts/grafana/main.ts')).main();
