import { controllers } from '../../kubernetes/ingress-controllers/index.ts';
import { waitText } from '../fields/waits.ts';
import { onceAPlace } from '../once-a-place.ts';
import { placedServices, placeThere } from '../plan/teams/services.ts';
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
  /** Where each of its times is written. */
  readonly at: (time: 'idle' | 'answer') => Path;

  /** Where each could be written: what is misspelt in an environment lets that of the service count. */
  readonly could: (time: 'idle' | 'answer') => Path;
  readonly timeouts: Timeouts | undefined;
}

/** Services at home, and those of teams in each environment. */
function waiting(site: Site): Waiting[] {
  const atHome = Object.entries(site.home?.services ?? {}).map(([name, { timeouts }]) => ({
    at: (time: string) => ['home', 'services', name, 'timeouts', time],
    could: (time: string) => ['home', 'services', name, 'timeouts', time],
    timeouts,
  }));
  const ofTeams = placedServices(site).map((one) => ({
    at: (time: string) => placeThere(one, 'timeouts', time),
    could: (time: string) => [...one.path, 'in', one.environment, 'timeouts', time],
    timeouts: one.there.timeouts,
  }));
  return [...atHome, ...ofTeams];
}

function conflict(
  controller: Site['edge']['controller'],
  { at, could, timeouts: { idle, answer } = {} }: Waiting,
): Conflict[] {
  if (!idle || !answer || idle.seconds === answer.seconds) return [];
  // What an environment adds to a time of the service is what does not fit.
  const [field, other] =
    at('answer').length > at('idle').length ? (['answer', 'idle'] as const) : (['idle', 'answer'] as const);
  return [
    {
      path: at(field),
      with: [at(other), could(other), could(field), ['edge', 'controller']],
      rule: `is not ${waitText(field === 'idle' ? answer : idle)} as ${other} is, and ${controller} has one time for both`,
      fix: 'leave one of the two out, and the other counts for both',
    },
  ];
}
