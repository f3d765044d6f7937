export { type ScrapeOptions, scrapeConfig } from './jobs.ts';
export { keptMetrics } from './kept-metrics.ts';
export type { Owners } from './owners.ts';
export * as relabel from './relabel.ts';
export { type Relabel, SAMPLE_LIMIT, type ScrapeConfig, type ScrapeJob, scrapeYaml } from './scrape-config.ts';
