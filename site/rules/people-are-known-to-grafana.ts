import { missingForDashboards } from '../plan/dashboard-sign-in.ts';
import { providerOf } from '../providers/index.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** Editors and admins of dashboards are people of whom the provider tells Grafana. */
export const peopleAreKnownToGrafana: Rule = {
  id: 'people-are-known-to-grafana',
  conflicts: (site) => (['editors', 'admins'] as const).flatMap((field) => conflictsOf(field, site)),
};

function conflictsOf(field: 'editors' | 'admins', site: Site): Conflict[] {
  const people = site.monitoring[field];
  if (!people) return [];
  const path = ['monitoring', field];
  const missing = site.signOn ? missingForDashboards(site) : 'signOn';
  if (missing) {
    // Then the teams are found fault with already, for the same reason.
    if (missing === 'signOn.organisation' && people.teams) return [];
    return [
      {
        path,
        with: [['signOn'], ...FIELDS.map((field) => ['signOn', field])],
        found: '',
        rule: `needs Grafana to sign people in, and ${missing} is missing`,
        fix: `write ${missing}, or leave out ${field}`,
      },
    ];
  }
  if (!people.teams && !people.mails) {
    const either = ['teams', 'mails'].map((list) => [...path, list]);
    return [
      { path, with: either, found: '', rule: 'names nobody', fix: `write teams or mails, or leave out ${field}` },
    ];
  }
  if (!site.signOn || providerOf(site.signOn).tellsAddresses || !people.mails) return [];
  return [
    {
      path: [...path, 'mails'],
      with: [['signOn', 'provider']],
      found: people.mails.join(', '),
      rule: `is asked of ${providerOf(site.signOn).accounts(site.signOn)}, which tells mail addresses only of those who show them to everybody`,
      fix: 'write teams instead',
    },
  ];
}

const FIELDS = ['provider', 'organisation', 'endpoints'];
