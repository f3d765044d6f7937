import type { TeamPart } from '../../../site/plan/index.ts';
import { aSite } from '../../support/site.ts';

const VAULT = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;

/** An alert that a team states. */
export const ERRORS = { expr: 'shop_errors > 3', for: '5m', summary: 'The shop has errors', runbook: 'Read its logs.' };

/** The team `shop` in one environment: a service with a host, an alert, and a Secret that it needs. */
export function shopIn(environment: string, written: string): TeamPart {
  return {
    team: 'shop',
    environment,
    hosts: [
      {
        ...{ written, exposure: 'public', what: `shop in ${environment}`, path: ['services', 'web', 'host'] },
        ...{ guard: { kind: 'none' }, backend: { service: 'web', port: 8080, protocol: 'http' } },
      },
    ],
    alerts: { ShopErrors: { ...ERRORS, severity: environment === 'prod' ? 'critical' : 'warning' } },
    secrets: [{ name: 'session', keys: { key: 'what seals the sessions' }, for: 'nobody stays signed in' }],
  };
}

/** A site with two environments, whose Secrets come from a vault. */
export const site = aSite({
  environments: { prod: { share: 60 }, staging: {} },
  secrets: VAULT,
  monitoring: { notify: { telegram: 'alerts-telegram' } },
});
