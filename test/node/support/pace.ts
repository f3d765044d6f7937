/**
 * How fast monitoring goes in these tests.
 *
 * The short form leaves nothing out: it looks more often and waits less. `NODE_SCRAPE_SECONDS=30 NODE_SCRAPES=20
 * NODE_LONGEST_FOR=3600` is the pace of a site.
 */
export const pace = {
  /** Seconds between two looks at a target. */
  scrape: told('NODE_SCRAPE_SECONDS', 2),

  /** How often every target is looked at before use is measured. */
  scrapes: told('NODE_SCRAPES', 60),

  /** Longest time in seconds for which a condition holds before its alert fires. */
  longestFor: told('NODE_LONGEST_FOR', 10),
} as const;

/** Seconds of a site between two looks at its targets, and at its rules. */
const OF_A_SITE = { scrape: 30, rules: 60 } as const;

/** A file of `dist/` at the pace of these tests; the pace of a site leaves it as it is. */
export function atOurPace(text: string): string {
  const share = pace.scrape / OF_A_SITE.scrape;
  if (share === 1) return withShortWaits(text);
  const rules = Math.max(1, Math.round(OF_A_SITE.rules * share));
  return withShortWaits(withShortRanges(text, share))
    .replace(/^( +scrape_interval: ).+$/gm, `$1${pace.scrape}s`)
    .replace(/^( +scrape_timeout: ).+$/gm, `$1${pace.scrape}s`)
    .replace(/^( +interval: )1m$/gm, `$1${rules}s`)
    .replace(/^( +group_wait: ).+$/gm, '$11s')
    .replace(/^( +group_interval: ).+$/gm, '$15s')
    .replace(/^( +repeat_interval: )5m$/gm, '$110s');
}

/** Rules that look back over some minutes look over as many samples as at the pace of a site. */
function withShortRanges(text: string, share: number): string {
  if (!text.includes('- alert: ')) return text;
  return text.replace(/\[(\d+)m\]/g, (_, minutes: string) => `[${Math.ceil(Number(minutes) * 60 * share)}s]`);
}

function withShortWaits(text: string): string {
  return text.replace(/^( +for: )(\S+)$/gm, (_, field: string, time: string) => `${field}${shortened(time)}s`);
}

function shortened(time: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smh])$/.exec(time) ?? [];
  const seconds = Number(count) * (SECONDS[unit] ?? Number.NaN);
  if (Number.isNaN(seconds)) throw new Error(`${time} is no time of an alert`);
  return Math.min(seconds, pace.longestFor);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

function told(name: string, usual: number): number {
  const value = Number(process.env[name] ?? usual);
  if (!(value > 0)) throw new Error(`${name} is ${process.env[name]}: write a number above 0`);
  return value;
}
