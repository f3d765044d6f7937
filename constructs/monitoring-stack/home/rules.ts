import type { Alert, RuleGroup } from '../rules/index.ts';

/** What of home is watched. */
export interface Watched {
  /** Whether there are machines that give out metrics. */
  readonly targets: boolean;

  /** Whether there are services that are probed. */
  readonly services: boolean;
}

const MACHINES = 'up{job="home"}';

/** The status that a service answers; 0 where it answers nothing. */
const STATUS = 'probe_http_status_code{job="home-services"}';

/**
 * Answers that nobody behind the edge can use, and after which no page comes: 400 of what trusts no proxy or does not know
 * its own name, 421 and 426 of what wants another connection, and every error of its own. Any other answer of 4xx may be
 * meant: a password is asked for, or nothing stands at `/`.
 */
const BROKEN = `(${STATUS} == 0 or ${STATUS} == 400 or ${STATUS} == 421 or ${STATUS} == 426 or ${STATUS} >= 500)`;

/** Home, behind the tunnel. One machine that is off is its own affair; all at once mean the tunnel. */
export function homeRules(watched: Watched): RuleGroup {
  return {
    name: 'home',
    alerts: [
      ...(watched.targets || watched.services ? [tunnelDown(watched)] : []),
      ...(watched.targets ? [targetDown(watched)] : []),
      ...(watched.services ? [serviceDown(watched)] : []),
    ],
  };
}

/** Everything at home that may answer, as a condition that it does. */
export function somethingAnswers({ targets, services }: Watched): string {
  const answers = [...(targets ? [`max(${MACHINES}) == 1`] : []), ...(services ? [`max(${STATUS}) > 0`] : [])];
  return answers.length === 1 ? `${answers[0]}` : `(${answers.join(' or ')})`;
}

function tunnelDown({ targets, services }: Watched): Alert {
  const silent = targets ? `max(${MACHINES}) == 0` : `max(${STATUS}) == 0`;
  return {
    alert: 'HomeTunnelDown',
    expr: targets && services ? `${silent} unless on () max(${STATUS}) > 0` : silent,
    for: '5m',
    severity: 'critical',
    summary: 'Nothing at home answers: the tunnel is probably down',
    runbook:
      'Is the internet up at home? `wg show` on either side tells the last handshake; older than three minutes means that the tunnel does not stand.',
  };
}

function targetDown(watched: Watched): Alert {
  return {
    alert: 'HomeTargetDown',
    expr: `${MACHINES} == 0 and on () ${somethingAnswers(watched)}`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.instance }} at home does not answer',
    runbook: 'The tunnel stands, since others answer: look at the machine and at the exporter on it.',
  };
}

function serviceDown(watched: Watched): Alert {
  return {
    alert: 'HomeServiceDown',
    expr: `${BROKEN} and on () ${somethingAnswers(watched)}`,
    for: '10m',
    severity: 'warning',
    summary: 'The service {{ $labels.instance }} at home answers {{ if $value }}{{ $value }}{{ else }}nothing{{ end }}',
    runbook:
      'The tunnel stands, since others answer. 400 mostly means that it does not trust the proxy: docs/home-services.md tells which network to trust. Otherwise open its address from home; if it answers there, compare address, port and protocol with platform.ts.',
  };
}
