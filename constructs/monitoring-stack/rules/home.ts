import type { RuleGroup } from './rule.ts';

/** Home, behind the tunnel. One machine that is off is its own affair; all at once mean the tunnel. */
export const homeRules: RuleGroup = {
  name: 'home',
  alerts: [
    {
      alert: 'HomeTunnelDown',
      expr: 'max(up{job="home"}) == 0',
      for: '5m',
      severity: 'critical',
      summary: 'No machine at home answers: the tunnel is probably down',
      runbook:
        'Is the internet up at home? `wg show` on either side tells the last handshake; older than three minutes means that the tunnel does not stand.',
    },
    {
      alert: 'HomeTargetDown',
      expr: 'up{job="home"} == 0 and on () max(up{job="home"}) == 1',
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.instance }} at home does not answer',
      runbook: 'The tunnel stands, since others answer: look at the machine and at the exporter on it.',
    },
  ],
};
