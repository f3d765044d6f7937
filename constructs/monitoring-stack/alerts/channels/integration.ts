/** Secret with what a receiver needs to know, in the namespace of monitoring. */
export interface WithSecret {
  /** Name of the Secret. */
  readonly secret: string;
}

/** How Alertmanager sends alerts to one kind of receiver. */
export interface Integration<Receiver extends WithSecret> {
  /** What Alertmanager calls such receivers: `telegram_configs`. */
  readonly section: string;

  /** The keys that it reads from the Secret. */
  readonly keys: readonly string[];

  /** The receiver in Alertmanager's words. */
  config(receiver: Receiver): object;
}

/** Where a process finds the keys of a Secret. */
export const SECRETS = '/etc/alerts-secrets';

/** The file that holds one key. */
export function secretFile(secret: string, key: string): string {
  return `${SECRETS}/${secret}/${key}`;
}

/** What a message says of each alert. */
export const TEXT = [
  '{{ range .Alerts.Firing }}{{ .Annotations.summary }}',
  '{{ .Annotations.runbook }}',
  '',
  '{{ end }}{{ range .Alerts.Resolved }}Over: {{ .Annotations.summary }}',
  '{{ end }}',
].join('\n');

/** Its first line. */
export const TITLE =
  '{{ if eq .Status "firing" }}{{ .CommonLabels.severity }}{{ else }}over{{ end }}: {{ .GroupLabels.alertname }}';
