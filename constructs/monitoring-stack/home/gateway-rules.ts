import type { Alert, RuleGroup } from '../rules/index.ts';
import { somethingAnswers, type Watched } from './rules.ts';

/** Whether the gateway gives out its metrics. */
const SILENT = 'max(up{job="gateway"}) == 0';

/** The machine that ends the tunnel home: when it is gone, so are home and kubectl, and the internet if it is the way there. */
export function gatewayRules(watched: Watched): RuleGroup {
  const canTell = watched.targets || watched.services;
  return { name: 'gateway', alerts: [down(watched, canTell), ...(canTell ? [unwatched(watched)] : [])] };
}

function down(watched: Watched, canTell: boolean): Alert {
  return {
    alert: 'GatewayDown',
    expr: canTell ? `${SILENT} unless on () ${somethingAnswers(watched)}` : SILENT,
    for: '5m',
    severity: 'critical',
    summary: 'The gateway does not answer: home and kubectl cannot be reached',
    runbook:
      'See in the console, Compute, Instances, whether it runs: Oracle stops machines that are idle; start it, and nothing is lost. If it runs, its console history tells more.',
  };
}

function unwatched(watched: Watched): Alert {
  return {
    alert: 'GatewayUnwatched',
    expr: `${SILENT} and on () ${somethingAnswers(watched)}`,
    for: '1h',
    severity: 'warning',
    summary: 'The gateway does its work but gives out no metrics',
    runbook:
      'The tunnel stands, since home answers: look at prometheus-node-exporter on the gateway. One that was built before it was watched has none: pulumi up replaces it, see docs/infrastructure.md.',
  };
}
