import type { Duration } from 'cdk8s';
import type { LocalStorage } from '../local-storage/index.ts';

/** What a site decides about its monitoring. */
export interface MonitoringStackProps {
  /** How long metrics are kept. */
  readonly retention: Duration;

  /** Where metrics lie. */
  readonly storage: LocalStorage;

  /** Numeric user that owns the storage. */
  readonly user: number;
}
