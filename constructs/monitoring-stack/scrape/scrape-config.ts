import { stringify } from 'yaml';

/** One step of relabelling, in the words of VictoriaMetrics. */
export interface Relabel {
  readonly source_labels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
  readonly action?: 'keep' | 'drop' | 'replace' | 'labelmap' | 'labeldrop';
}

/** Targets that are known beforehand. */
export interface StaticTargets {
  readonly targets: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** Most samples of one answer: an endpoint that grows past it is refused before it fills the disk of all. */
export const SAMPLE_LIMIT = 10_000;

/** One way to find targets and what becomes of their metrics, in the words of VictoriaMetrics. */
export interface ScrapeJob {
  readonly job_name: string;
  readonly scheme?: 'http' | 'https';
  readonly metrics_path?: string;

  /** Parameters of the address that is scraped. */
  readonly params?: Readonly<Record<string, readonly string[]>>;
  readonly honor_labels?: boolean;
  readonly scrape_interval?: string;
  readonly scrape_timeout?: string;

  /** Most samples of one answer: beyond it the whole answer is refused, and `up` is 0. */
  readonly sample_limit?: number;
  readonly bearer_token_file?: string;
  readonly tls_config?: { readonly ca_file?: string; readonly insecure_skip_verify?: boolean };
  readonly static_configs?: readonly StaticTargets[];
  readonly kubernetes_sd_configs?: readonly { readonly role: 'node' | 'pod' | 'service' | 'endpointslice' }[];

  /** What becomes of a target before it is scraped. */
  readonly relabel_configs?: readonly Relabel[];

  /** What becomes of every sample before it is kept. */
  readonly metric_relabel_configs?: readonly Relabel[];
}

/** What VictoriaMetrics reads with `-promscrape.config`. */
export interface ScrapeConfig {
  readonly global: { readonly scrape_interval: string; readonly scrape_timeout: string };
  readonly scrape_configs: readonly ScrapeJob[];
}

/** The configuration as the file that VictoriaMetrics reads. */
export function scrapeYaml(config: ScrapeConfig): string {
  return stringify(config, { version: '1.1', lineWidth: 0 });
}
