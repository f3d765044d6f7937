import type { SignOnPlan } from '../../site/plan/sign-on.ts';
import type { Demands } from './controllers/index.ts';
import { Exposure } from './exposure.ts';
import type { Guard } from './guard.ts';
import type { SecureIngressProps } from './secure-ingress-props.ts';
import { tellsWaitsApart, waitsOf } from './waits.ts';

const BODY_LIMIT = { mebibytes: 8 };

/** What the Ingress of a service asks of the controller. */
export function demandsOf(props: SecureIngressProps): Demands {
  const { protocol, www } = props;
  const { connect, answer, idle } = waitsOf(props);
  return {
    ...guardDemand(props.guard, props.edge.signOn),
    ...sourcesDemand(props),
    bodyLimit: props.bodyLimit ?? BODY_LIMIT,
    connectSeconds: connect,
    sendSeconds: answer,
    silenceSeconds: idle,
    rateLimit: props.rateLimit,
    rateExempt: some(props.rateExempt),
    blockedSources: some(props.blockedSources),
    bandwidth: props.bandwidth,
    ...(protocol === 'https' && { backendTls: true }),
    ...(www && { www: true }),
  };
}

/** Only this much is asked where a path leads elsewhere: nobody is let in. */
export function sourcesDemand({ edge, exposure, allowedSources }: SecureIngressProps): Pick<Demands, 'allowedSources'> {
  const sources = some(allowedSources) ?? (exposure === Exposure.HOME ? edge.homeNetworks : undefined);
  return sources ? { allowedSources: sources } : {};
}

/** Every address there is. */
const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/**
 * Requests that one client may have open at once where nobody asks who it is: five for each of fifty people behind one
 * address. Each of them costs Traefik some 200 KiB (`docs/edge.md`).
 */
const OPEN_AT_ONCE = 250;

/**
 * What an Ingress has besides, where Traefik is told another way to the same service in a file.
 *
 * That way leads through the range of the Ingress, and through its guard or, where there is none, its bound, all by
 * their names. So a range or a guard that comes later counts in the moment in which the Ingress has it, and does not
 * wait until Traefik has read the file again: what has no name any more ends the other way.
 */
export function marks(props: SecureIngressProps, demands: Demands): Demands {
  const { allowedSources, basic, signOn } = demands;
  if (!hasLane(props, demands)) return {};
  return {
    allowedSources: allowedSources ?? EVERYWHERE,
    ...(!basic && !signOn && { openAtOnce: OPEN_AT_ONCE }),
  };
}

/** Whether Traefik is told of another way: it looks at the password before the rate, and has one time to wait. */
function hasLane(props: SecureIngressProps, { redirect, basic, rateLimit }: Demands): boolean {
  if (redirect || props.edge.controller !== 'traefik') return false;
  return tellsWaitsApart(props) || (basic !== undefined && rateLimit !== undefined);
}

function guardDemand(guard: Guard, signOn: SignOnPlan | undefined): Pick<Demands, 'basic' | 'signOn'> {
  if (guard.kind === 'basic') return { basic: { secret: guard.secret, realm: guard.realm } };
  if (guard.kind === 'sign-on' && signOn) return { signOn: { ...signOn, check: checkOf(guard, signOn.check) } };
  return {};
}

/** The question whether somebody is signed on and is one of those; several names of one kind are alternatives. */
function checkOf({ groups, mails }: Guard & { kind: 'sign-on' }, check: string): string {
  const query = new URLSearchParams();
  if (groups.length > 0) query.set('allowed_groups', groups.join(','));
  if (mails.length > 0) query.set('allowed_emails', mails.join(','));
  return query.size > 0 ? `${check}?${query}` : check;
}

function some<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
