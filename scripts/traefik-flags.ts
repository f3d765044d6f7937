// `npm run --silent traefik-flags`: the flags with which Argo CD starts Traefik for this site, one a line. Tests start a
// Traefik with them, and so can you, to try a change of its values on your own machine.
import { traefikFlags, traefikValues } from '../constructs/edge/index.ts';
import platform from '../platform.ts';
import { parseSite, reportText } from '../site/index.ts';
import { announcingNetworks, loadBalancers } from '../site/plan/load-balancers.ts';

const site = parseSite(platform);
if (site.ok) {
  const flags = traefikFlags(traefikValues(announcingNetworks(loadBalancers(site.value))));
  process.stdout.write(`${flags.join('\n')}\n`);
} else {
  process.stderr.write(reportText('platform.ts', site.problems, ''));
  process.exitCode = 1;
}
