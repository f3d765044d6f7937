/** An annotation of this project's own, as `docs/policies.md` lists it. */
export interface Annotation {
  /** Its key, or with `rest` the beginning of it. */
  readonly key: string;

  /**
   * What follows the beginning of a key that varies: `<id>`.
   *
   * @default - nothing: the key is whole
   */
  readonly rest?: string;

  /** Which objects carry it. */
  readonly on: string;

  /** What it says, as Markdown. */
  readonly says: string;
}

/** Every annotation of this project's own. What writes or reads one takes its key from here, so the list is whole. */
export const ANNOTATIONS = {
  exception: {
    key: 'armstead/except.',
    rest: '<id>',
    on: 'any object',
    says: 'why it may break that policy',
  },
  external: {
    key: 'armstead/made-elsewhere',
    on: 'what refers to something',
    says:
      'what this site does not make, such as `secret/alerts-telegram, configmap/motd`. On a Service also `pods` (those ' +
      'of a Helm chart) or `endpoints` (somebody else writes them)',
  },
  requestsSource: {
    key: 'armstead/requests-source',
    on: 'workloads',
    says: 'where the requests come from',
  },
  declaredPods: {
    key: 'armstead/pods',
    on: 'Argo CD Applications',
    says: 'the pods of a Helm chart, which stand nowhere in `dist/`, as a list in JSON',
  },
  rented: {
    key: 'armstead/rents',
    on: 'Argo CD Applications',
    says: 'the block volumes and load balancers of a Helm chart, as an object in JSON',
  },
  readsSecrets: {
    key: 'armstead/reads-secrets',
    on: 'Argo CD Applications',
    says: 'the Secrets beside them that Argo CD reads for them, which no field names',
  },
  configHash: {
    key: 'armstead/config-hash',
    on: 'templates of pods',
    says: 'a digest of their configuration, so that a change of it replaces the pods',
  },
  host: {
    key: 'armstead/host',
    on: 'Services of home',
    says: 'the host under which the service is published, by which monitoring probes it',
  },
  data: {
    key: 'armstead/data',
    on: 'PersistentVolumes',
    says: 'where the data lies, and what ends it',
  },
} as const satisfies Readonly<Record<string, Annotation>>;

type Name = keyof typeof ANNOTATIONS;

/** The keys alone: `ANNOTATION.external` is `armstead/made-elsewhere`. */
export const ANNOTATION = Object.fromEntries(Object.entries(ANNOTATIONS).map(([name, { key }]) => [name, key])) as {
  readonly [name in Name]: (typeof ANNOTATIONS)[name]['key'];
};

/** The key of the annotation that excepts an object from a policy. */
export function exceptionFrom(policy: string): string {
  return `${ANNOTATION.exception}${policy}`;
}
