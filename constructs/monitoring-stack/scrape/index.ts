export {
  type HomeTargets,
  type ScrapeOptions,
  scrapeConfig,
} from './jobs.ts';
export { keptMetrics } from './kept-metrics.ts';
export { probeYaml } from './probe.ts';
export { type ScrapeConfig, type ScrapeJob, scrapeYaml } from './scrape-config.ts';
