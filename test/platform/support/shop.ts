import type { SiteInput } from '../../../site/index.ts';
import { aSite } from '../../support/site.ts';
import { aService, aTeam } from '../../support/teams.ts';

const VAULT = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;

/** An alert that a team states. */
export const ERRORS = { expr: 'shop_errors > 3', for: '5m', summary: 'The shop has errors', runbook: 'Read its logs.' };

/** The team `shop`: a service with a host, an alert, and a secret that it needs. */
const shop = aTeam({
  notify: { slack: 'alerts-slack' },
  alerts: { ShopErrors: { ...ERRORS, severity: 'critical' } },
  services: {
    web: aService({ host: 'www', guard: 'none', secrets: ['SESSION_KEY'], in: { staging: { guard: 'none' } } }),
  },
});

const sections: Partial<SiteInput> = {
  environments: { prod: { share: 60 }, staging: {} },
  secrets: VAULT,
  monitoring: { notify: { telegram: 'alerts-telegram' } },
};

/** A site with two environments, whose Secrets come from a vault. */
export const site = aSite(sections);

/** The same with the team. */
export const siteWithShop = aSite({ ...sections, teams: { shop } });
