import { homeDashboard } from '../dashboards/index.ts';
import type { MonitoringPart } from '../part.ts';
import { addressOf, parts } from '../ports.ts';
import { Prober, probeJob } from '../probes/index.ts';
import { gatewayRules } from './gateway-rules.ts';
import { gatewayJob, type HomeTargets, homeJob } from './jobs.ts';
import { homeRules } from './rules.ts';

/** What of home can be watched. */
export interface HomePartProps {
  /**
   * Machines at home that give out metrics, by name: `{ nas: '192.168.4.10:9100' }`.
   *
   * @default - none
   */
  readonly targets?: HomeTargets;

  /**
   * Whether there are services at home: those whose Service has the annotation `prometheus.io/probe: "true"` are probed
   * once a minute.
   *
   * @default false
   */
  readonly services?: boolean;

  /**
   * Address at which the machine that ends the tunnel home gives out its metrics: `10.0.0.10:9100`.
   *
   * @default - none: nobody watches it
   */
  readonly gateway?: string | undefined;
}

/**
 * Home, behind a tunnel: its machines, its services and the gateway.
 *
 * Only what can be scraped or probed is watched: without services there is neither the prober nor an alert about them.
 */
export function homePart({ targets = {}, services = false, gateway }: HomePartProps): MonitoringPart {
  const watched = { targets: Object.keys(targets).length > 0, services };
  return {
    scrape: [
      ...(watched.targets ? [homeJob(targets)] : []),
      ...(services ? [probeJob(addressOf(parts.prober))] : []),
      ...(gateway === undefined ? [] : [gatewayJob(gateway)]),
    ],
    rules: [
      ...(watched.targets || services ? [homeRules(watched)] : []),
      ...(gateway === undefined ? [] : [gatewayRules(watched)]),
    ],
    dashboards: [homeDashboard],
    ...(services && {
      expects: [parts.prober.name],
      build: (stack) => {
        new Prober(stack, 'Prober');
      },
    }),
  };
}
