import type { RuleGroup } from '../rules/index.ts';
import type { AlertsOf } from './alerts/alert.ts';
import { cron } from './alerts/cron.ts';
import { edge } from './alerts/edge.ts';
import { releases } from './alerts/releases.ts';
import { resources } from './alerts/resources.ts';
import { serving } from './alerts/serving.ts';
import { warming } from './alerts/warming.ts';
import type { WatchedTeam } from './team.ts';

/** What each team has without stating it. */
const GENERATED: readonly AlertsOf[] = [serving, warming, releases, cron, resources, edge];

/** Most alerts of one rule that somebody states: one that yields more says nothing, and none of them is sent. */
const MOST = 50;

/** Processes of a service of which one generated rule may tell at once, at most. */
const PROCESSES = 10;

/** The rules of each team, by its name. */
export function teamRules(teams: readonly WatchedTeam[]): Readonly<Record<string, readonly RuleGroup[]>> {
  const byName: Record<string, RuleGroup[]> = {};
  for (const one of teams) {
    byName[one.team] ??= [];
    byName[one.team]?.push(...groupsOf(one));
  }
  return byName;
}

/** Groups by whose they are: of all services, of the team itself, and of each service with alerts of its own. */
function groupsOf(watched: WatchedTeam): RuleGroup[] {
  const { team, environment, services, alerts = [] } = watched;
  const name = `${team}/${environment}`;
  const heldTo = { team, environment };
  const ofServices = Object.entries(services).map(([service, { alerts: own = [] }]) => ({
    ...{ name: `${name}/${service}`, heldTo: { ...heldTo, service }, limit: MOST, alerts: own },
  }));
  return [generated(watched), { name, heldTo, limit: MOST, alerts }, ...ofServices].filter(
    (group) => group.alerts.length > 0,
  );
}

function generated(watched: WatchedTeam): RuleGroup {
  const { team, environment, services } = watched;
  const count = Object.keys(services).length;
  const alerts = count === 0 ? [] : GENERATED.flatMap((of) => of(watched)).filter((alert) => alert !== undefined);
  return {
    name: `${team}/${environment}: services`,
    heldTo: { team, environment },
    limit: Math.max(MOST, count * PROCESSES),
    alerts,
  };
}
