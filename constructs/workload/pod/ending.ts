import { Duration } from 'cdk8s';
import type { WorkloadProps } from '../workload-props.ts';

/**
 * Seconds for which a pod goes on serving after it was told to end, unless it says otherwise.
 *
 * The edge and the other nodes need a moment to hear that it is gone; without it a rolling update loses requests.
 */
const SERVES_ON_SECONDS = 10;

/** Seconds that a process has to end after it stopped taking requests, unless it says otherwise. */
const END_SECONDS = 30;

/** Seconds between the end of a process that takes all of its time and the moment at which it would be killed. */
const MARGIN_SECONDS = 5;

type Ends = Pick<WorkloadProps, 'ending' | 'ports'>;

/** Seconds for which a pod goes on serving. */
export function servesOnSeconds({ ending, ports }: Ends): number {
  return ending?.servesOn?.toSeconds() ?? (ports === undefined ? 0 : SERVES_ON_SECONDS);
}

/** How long a pod has from being told to end until it is killed. */
export function graceOf(props: Ends): Duration {
  const { ending } = props;
  if (!ending) return Duration.seconds(SERVES_ON_SECONDS + END_SECONDS);
  return Duration.seconds(servesOnSeconds(props) + ending.drain.toSeconds() + MARGIN_SECONDS);
}
