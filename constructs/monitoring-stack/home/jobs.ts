import { SAMPLE_LIMIT, type ScrapeJob } from '../scrape/index.ts';

/** Targets at home by their names: `{ nas: '192.168.4.10:9100' }`. */
export type HomeTargets = Readonly<Record<string, string>>;

/** Machines at home, scraped through the tunnel by their addresses and called by their names. */
export function homeJob(targets: HomeTargets): ScrapeJob {
  return {
    job_name: 'home',
    sample_limit: SAMPLE_LIMIT,
    static_configs: Object.entries(targets).map(([name, address]) => ({
      targets: [address],
      labels: { instance: name },
    })),
  };
}

/** The machine that ends the tunnel home, scraped inside the cloud network. */
export function gatewayJob(address: string): ScrapeJob {
  return {
    job_name: 'gateway',
    sample_limit: SAMPLE_LIMIT,
    static_configs: [{ targets: [address], labels: { instance: 'gateway' } }],
  };
}
