import { controllers } from '../../kubernetes/ingress-controllers/index.ts';
import { waitText } from '../fields/waits.ts';
import { onceAPlace } from '../plan/once-a-place.ts';
import { placedServices } from '../plan/teams/services.ts';
import type { Path } from '../problem.ts';
import type { Timeouts } from '../sections/timeouts.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** Silence and the first byte are two times only where the controller has two. */
export const controllerTellsWaitsApart: Rule = {
  id: 'controller-tells-waits-apart',
  conflicts: (site) => {
    const { controller } = site.edge;
    if (controllers[controller].tellsWaitsApart) return [];
    return onceAPlace(waiting(site).flatMap((one) => conflict(controller, one)));
  },
};

/** Something for which the edge waits. */
interface Waiting {
  /** Where its times stand. */
  readonly path: Path;
  readonly timeouts: Timeouts | undefined;
}

/** Services at home, and those of teams in each environment. */
function waiting(site: Site): Waiting[] {
  const atHome = Object.entries(site.home?.services ?? {}).map(([name, { timeouts }]) => ({
    path: ['home', 'services', name, 'timeouts'],
    timeouts,
  }));
  const ofTeams = placedServices(site).map(({ there, stated, environment, path }) => {
    const isOwn = stated.in?.[environment]?.timeouts !== undefined;
    return { path: [...path, ...(isOwn ? ['in', environment] : []), 'timeouts'], timeouts: there.timeouts };
  });
  return [...atHome, ...ofTeams];
}

function conflict(
  controller: Site['edge']['controller'],
  { path, timeouts: { idle, answer } = {} }: Waiting,
): Conflict[] {
  if (!idle || !answer || idle.seconds === answer.seconds) return [];
  return [
    {
      path: [...path, 'idle'],
      with: [
        [...path, 'answer'],
        ['edge', 'controller'],
      ],
      rule: `is not ${waitText(answer)} as answer is, and ${controller} has one time for both`,
      fix: 'leave one of the two out, and the other counts for both',
    },
  ];
}
