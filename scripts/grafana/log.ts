/** A line of Grafana's log in its JSON form. */
interface Line {
  readonly level?: string;
  readonly logger?: string;
  readonly msg?: string;
  readonly error?: string;
}

/** Parts of Grafana that read what a site gives it. */
const READERS = /^(provisioning|plugin|settings|datasources|dashboard)/;

/** What went wrong while Grafana read what it was given, each as one sentence. */
export function errorsIn(log: string): string[] {
  return log.split('\n').flatMap((text) => {
    const { level = '', logger = '', msg = '', error } = lineOf(text);
    if (!/^(error|critical)$/.test(level) || !READERS.test(logger)) return [];
    return [`${logger}: ${msg}${error === undefined ? '' : ` (${error})`}`];
  });
}

/** Lines that are not JSON come from before Grafana knows how to write them, and are no errors of its parts. */
function lineOf(text: string): Line {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
