import type { RuleGroup } from './rule.ts';

/** Certificates. They are renewed 30 days before their end, so 14 days left mean that renewal fails. */
export const certificateRules: RuleGroup = {
  name: 'certificates',
  alerts: [
    {
      alert: 'CertificateEndsSoon',
      expr: 'certmanager_certificate_expiration_timestamp_seconds - time() < 14 * 86400',
      for: '1h',
      severity: 'critical',
      summary:
        'The certificate {{ $labels.exported_namespace }}/{{ $labels.name }} ends in {{ $value | humanizeDuration }}',
      runbook:
        'kubectl describe certificate and its challenge name the step that fails: mostly the host does not lead to this cluster, or port 80 is closed.',
    },
    {
      alert: 'CertificateNotReady',
      expr: 'certmanager_certificate_ready_status{condition="False"} == 1',
      for: '30m',
      severity: 'warning',
      summary: 'The certificate {{ $labels.exported_namespace }}/{{ $labels.name }} is not ready',
      runbook: 'A new host needs its DNS record first. kubectl describe certificate tells what it waits for.',
    },
  ],
};
