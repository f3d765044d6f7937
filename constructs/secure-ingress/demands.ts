import type { Duration } from 'cdk8s';
import { controllers } from '../../kubernetes/ingress-controllers/index.ts';
import type { Demands } from './annotations.ts';
import type { Edge, SignOnCheck } from './edge.ts';
import { Exposure, type Guard, type SecureIngressProps } from './secure-ingress-props.ts';

/** The props of a SecureIngress at an edge of which everything is known. */
export interface PropsAtEdge extends SecureIngressProps {
  readonly edge: Edge;
}

const BODY_LIMIT = { mebibytes: 8 };

/** What the Ingress of a service demands of the controller. */
export function demandsOf(props: PropsAtEdge): Demands {
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

/** Only this much is demanded where a path leads elsewhere: nobody is let in. */
export function sourcesDemand({ edge, exposure, allowedSources }: PropsAtEdge): Pick<Demands, 'allowedSources'> {
  const sources = some(allowedSources) ?? (exposure === Exposure.HOME ? edge.homeNetworks : undefined);
  return sources ? { allowedSources: sources } : {};
}

/** Every address there is. */
const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/**
 * Requests that one client may have open at once without a guard: five for each of fifty people behind one
 * address. Each of them costs Traefik some 200 KiB (`docs/edge.md`).
 */
const OPEN_AT_ONCE = 250;

/**
 * What an Ingress has besides, where Traefik is told another route to the same service in a file.
 *
 * That route leads through the range of the Ingress, and through its guard or, where there is none, its bound, all by
 * their names. So a range or a guard that comes later counts in the moment in which the Ingress has it, and does not
 * wait until Traefik has read the file again: what has no name any more ends the other route.
 */
export function marks(props: PropsAtEdge, demands: Demands): Demands {
  const { allowedSources, basic, signOn } = demands;
  if (!hasLane(props, demands)) return {};
  return {
    allowedSources: allowedSources ?? EVERYWHERE,
    ...(!basic && !signOn && { openAtOnce: OPEN_AT_ONCE }),
  };
}

/** Whether Traefik is told of another route: it looks at the password before the rate, and has one time to wait. */
function hasLane(props: PropsAtEdge, { redirect, basic, rateLimit }: Demands): boolean {
  if (redirect) return false;
  const { passwordBeforeRate } = controllers[props.edge.controller];
  return tellsWaitsApart(props) || (passwordBeforeRate && basic !== undefined && rateLimit !== undefined);
}

function guardDemand(guard: Guard, signOn: SignOnCheck | undefined): Pick<Demands, 'basic' | 'signOn'> {
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

type WaitingProps = Pick<PropsAtEdge, 'edge' | 'backend' | 'paths' | 'timeouts'>;

/** For how many seconds the edge waits for a service. */
export interface Waits {
  readonly connect: number;

  /** For the first byte of an answer. */
  readonly answer: number;

  /** For the next byte of an open WebSocket. */
  readonly idle: number;
}

/**
 * A lost packet is sent again after one second, so that two leave room for it.
 *
 * Measured on 2026-11-27 with a pod whose address was gone: none of 6,000 requests was lost with 1 second, 95 with 60.
 */
const CONNECT = 2;
const ANSWER = 60;
const IDLE = 3600;

/** The waits of a service, as far as its controller tells them apart. */
export function waitsOf(props: WaitingProps): Waits {
  const { connect, answer, idle } = props.timeouts ?? {};
  const apart = tellsWaitsApart(props);
  return {
    connect: seconds(connect) ?? CONNECT,
    answer: seconds(apart ? answer : (answer ?? idle)) ?? ANSWER,
    idle: seconds(apart ? idle : (answer ?? idle)) ?? (apart ? IDLE : ANSWER),
  };
}

/**
 * Whether the first byte and the next one are two times: annotations know one for both. Traefik gets the other one in
 * the file of its own, for which the one address behind the Service must stay what it is.
 */
export function tellsWaitsApart({ edge, backend, paths = {} }: WaitingProps): boolean {
  const { tellsWaitsApart: canTell } = controllers[edge.controller];
  return canTell && backend.endpoint !== undefined && Object.keys(paths).length === 0;
}

/** What is wrong with the times that a service states. */
export function waitProblems(props: WaitingProps): string[] {
  const broken = Object.entries(props.timeouts ?? {}).flatMap(([name, time]) => partOfASecond(name, seconds(time)));
  if (broken.length > 0) return broken;
  const [answer, idle] = [seconds(props.timeouts?.answer), seconds(props.timeouts?.idle)];
  if (answer === undefined || idle === undefined || answer === idle || tellsWaitsApart(props)) return [];
  const { controller } = props.edge;
  const why = controllers[controller].tellsWaitsApart ? `${controller} and a backend of pods` : controller;
  return [
    `'timeouts.answer' (${answer} s) and 'timeouts.idle' (${idle} s) are one time with ${why}; ` +
      'leave one of them out, and the other counts for both',
  ];
}

function partOfASecond(name: string, value = 1): string[] {
  if (Number.isInteger(value) && value >= 1) return [];
  return [`'timeouts.${name}' must be whole seconds, at least 1, got ${value} s`];
}

function seconds(time: Duration | undefined): number | undefined {
  return time?.toSeconds({ integral: false });
}
