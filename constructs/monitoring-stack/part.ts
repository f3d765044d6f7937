import type { Construct } from 'constructs';
import type { Dashboard } from './dashboards/dashboard.ts';
import type { RuleGroup } from './rules/rule.ts';
import type { ScrapeJob } from './scrape/scrape-config.ts';

/**
 * What a monitoring stack watches besides the cluster: home, the free tier of a cloud, a program of yours.
 *
 * @example
 * const shop: MonitoringPart = {
 *   scrape: [{ job_name: 'shop', static_configs: [{ targets: ['10.0.0.20:9100'] }] }],
 *   expects: ['shop'],
 * };
 * new MonitoringStack(chart, 'Monitoring', { storage, parts: [shop] });
 */
export interface MonitoringPart {
  /**
   * What is scraped for it. No two jobs of a stack may have one name.
   *
   * @default - nothing more
   */
  readonly scrape?: readonly ScrapeJob[];

  /**
   * Its rules. Groups of one name become one, in the order in which they are stated; none may be called `site`.
   *
   * @default - none
   */
  readonly rules?: readonly RuleGroup[];

  /**
   * What it shows. No two dashboards of a stack may have one `uid`.
   *
   * @default - nothing
   */
  readonly dashboards?: readonly Dashboard[];

  /**
   * Jobs that `PartMissing` tells of when nothing comes from them.
   *
   * @default - none
   */
  readonly expects?: readonly string[];

  /**
   * Makes its processes, below the stack and in its namespace.
   *
   * @default - it has none
   */
  readonly build?: (stack: Construct) => void;
}
