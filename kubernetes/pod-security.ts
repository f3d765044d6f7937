/** The label by which a namespace says which pods the API server admits. */
export const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** The label by which it says of which pods the API server warns. */
export const WARN = 'pod-security.kubernetes.io/warn';

/**
 * The levels of Pod Security, the strictest first: `restricted` is an ordinary hardened process, `baseline` leaves out what
 * hardens, `privileged` allows everything.
 */
export const LEVELS = ['restricted', 'baseline', 'privileged'] as const;

/** How much a pod of a namespace may ask for. */
export type Level = (typeof LEVELS)[number];

/** Whether a namespace of one level admits a pod that needs another. */
export function admits(level: Level, needed: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(needed);
}

/** Capabilities that the level `baseline` lets a container add (Pod Security, Kubernetes 1.36). */
export const BASELINE_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
