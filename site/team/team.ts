import type { z } from 'zod';
import { type NotifyInput, notifySchema } from '../channels/index.ts';
import { dnsLabel } from '../fields/names.ts';
import { listOf, named, object } from '../fields/object.ts';
import { matches, text } from '../fields/text.ts';
import { type AlertInput, alertsSchema } from '../sections/alerts.ts';
import { type DashboardExport, dashboardsSchema } from '../sections/dashboards.ts';
import { team as teamOfTheSignOn } from '../sections/members.ts';
import { teamName } from './names.ts';
import { sentence } from './sentence.ts';
import { type ServiceInput, servicesSchema } from './service.ts';

/** What one team runs, in all environments, as `teams/<team>.ts` states it. */
export interface TeamInput {
  /** What the team does, in one sentence: for maps, alerts and pages. */
  readonly about: string;

  /** Where its code lies: an address that people open. */
  readonly repo: string;

  /**
   * Who hears of its alerts, each by the name of a Secret in the namespace of monitoring.
   *
   * @default - those who hear of the alerts of the platform
   */
  readonly notify?: NotifyInput;

  /**
   * Who belongs to the team.
   *
   * @default - the team of the sign-on that has its name
   */
  readonly people?: TeamPeopleInput;

  /**
   * Alerts of the team, beside those of its services. Their queries see only what is the team's.
   *
   * @default - none
   */
  readonly alerts?: Readonly<Record<string, AlertInput>>;

  /**
   * Dashboards of its own, under names of your choice.
   *
   * @default - none
   */
  readonly dashboards?: Readonly<Record<string, DashboardExport>>;

  /** What it runs, under names of your choice. */
  readonly services: Readonly<Record<string, ServiceInput>>;
}

/** The people of a team, as sign-on, cluster and git host know them. */
export interface TeamPeopleInput {
  /**
   * Its teams at the provider of the sign-on.
   *
   * @default - one with its name
   */
  readonly teams?: readonly string[];

  /**
   * Users of `access` who may look at what it runs by kubectl, and start its tasks.
   *
   * @default - nobody
   */
  readonly kubectl?: readonly string[];

  /**
   * Who has to agree to a change of its files, as CODEOWNERS names them: `@acme/shop`, `@ada` or a mail address.
   *
   * @default - the owners of everything
   */
  readonly owners?: readonly string[];
}

const address = text(
  'the address of the code',
  'https://github.com/acme/shop',
  matches(
    'web-address',
    /^https:\/\/[a-z\d][a-z\d.-]*(:\d+)?(\/[\w.~%@+-]+)*\/?$/i,
    'is not an address that people open',
    'write it as it stands in the browser, such as https://github.com/acme/shop',
  ),
);

const owner = text(
  'an owner',
  '@acme/shop',
  matches(
    'owner',
    /^(@[\w.-]+(\/[\w.-]+)*|[^\s@#]+@[^\s@#]+\.[^\s@#]+)$/,
    'is not an owner as CODEOWNERS names them',
    'write a team such as @acme/shop, a user such as @ada, or a mail address',
  ),
);

const teamSchema = object("team({ about: '...', repo: 'https://...', services: { ... } })", {
  about: sentence('what the team does', 'Catalogue, basket and checkout'),
  repo: address,
  notify: notifySchema.optional(),
  people: object("{ owners: ['@acme/shop'] }", {
    teams: listOf('teams', 'shop', teamOfTheSignOn).optional(),
    kubectl: listOf('users', 'ada', dnsLabel(40, 'ada')).optional(),
    owners: listOf('owners', '@acme/shop', owner).optional(),
  }).optional(),
  alerts: alertsSchema.optional(),
  dashboards: dashboardsSchema.optional(),
  services: servicesSchema,
});

const STAND_IN = {
  about: 'Catalogue, basket and checkout',
  repo: 'https://github.com/acme/shop',
  services: { storefront: { image: 'ghcr.io/acme/storefront', workers: { images: { command: ['bin/images'] } } } },
};

/** All teams of a site under their names. */
export const teamsSchema = named(
  'team',
  { shop: STAND_IN },
  teamName,
  teamSchema,
  '{ shop }, which is what teams/shop.ts exports',
);

/** A team as it states itself. */
export type Team = Readonly<z.output<typeof teamSchema>>;

/** Folder of the files of teams. */
export const TEAMS_FOLDER = 'teams';

/**
 * States what a team runs: the editor completes and explains every field.
 *
 * Nothing is checked here; the synth reads all teams with the site and reports every mistake at once.
 */
export function team(input: TeamInput): TeamInput {
  return input;
}
