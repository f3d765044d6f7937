import type { Duration } from 'cdk8s';
import type { SecureIngressProps } from './secure-ingress-props.ts';

type WaitingProps = Pick<SecureIngressProps, 'edge' | 'backend' | 'paths' | 'timeouts'>;

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
  return edge.controller === 'traefik' && backend.endpoint !== undefined && Object.keys(paths).length === 0;
}

/** What is wrong with the times that a service states. */
export function waitProblems(props: WaitingProps): string[] {
  const broken = Object.entries(props.timeouts ?? {}).flatMap(([name, time]) => partOfASecond(name, seconds(time)));
  if (broken.length > 0) return broken;
  const [answer, idle] = [seconds(props.timeouts?.answer), seconds(props.timeouts?.idle)];
  if (answer === undefined || idle === undefined || answer === idle || tellsWaitsApart(props)) return [];
  const why = props.edge.controller === 'traefik' ? 'traefik and a backend of pods' : props.edge.controller;
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
