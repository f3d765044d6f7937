import { kindOf } from '../../kubernetes/kinds.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { type Pod, type PodContainer, podOf } from '../../kubernetes/pods.ts';
import { LabelIndex, type Selector } from '../../kubernetes/selectors.ts';
import { grouped } from '../../site/index.ts';
import type { Plan } from '../../site/plan/index.ts';

/**
 * Everything that policies read of a site, indexed once.
 *
 * No policy looks at all objects for each object: a site may have thousands.
 */
export class PolicyContext {
  readonly plan: Plan;
  readonly subjects: readonly Manifest[];

  /** Every pod and every template of pods. */
  readonly pods: readonly Pod[];

  /** Every container of every pod. */
  readonly containers: readonly PodContainer[];

  readonly #byKind: ReadonlyMap<string, readonly Manifest[]>;
  readonly #byName = new Map<string, Manifest>();
  readonly #podBySubject = new Map<Manifest, Pod>();
  readonly #podsByLabel = new LabelIndex<Pod>((pod) => pod.labels);
  readonly #facts = new Map<(context: PolicyContext) => unknown, unknown>();

  /** The one of these objects: policies and the budget need the same, and share what was worked out. */
  static of(subjects: readonly Manifest[], plan: Plan): PolicyContext {
    const known = contexts.get(subjects);
    if (known?.plan === plan) return known;
    const context = new PolicyContext(subjects, plan);
    contexts.set(subjects, context);
    return context;
  }

  constructor(subjects: readonly Manifest[], plan: Plan) {
    this.plan = plan;
    this.subjects = subjects;
    this.#byKind = grouped(subjects, ({ object }) => kindOf(object));
    for (const subject of subjects) this.#index(subject);
    this.pods = [...this.#podBySubject.values()];
    this.containers = this.pods.flatMap(({ containers }) => containers);
  }

  /** Objects of a kind, whatever their version: `ofKind('Ingress.networking.k8s.io')`. */
  ofKind(kind: string): readonly Manifest[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** The object of a name; without a namespace for what belongs to none. */
  named(kind: string, namespace: string | undefined, name: string): Manifest | undefined {
    return this.#byName.get(nameKey(kind, namespace, name));
  }

  /** The pod that an object is or makes. */
  podOf(subject: Manifest): Pod | undefined {
    return this.#podBySubject.get(subject);
  }

  /** The pods that a selector chooses in a namespace. */
  podsSelected(namespace: string | undefined, selector: Selector): readonly Pod[] {
    return this.#podsByLabel.selected(namespace ?? '', selector);
  }

  /** What several objects or policies need: worked out when it is first wanted, and kept. */
  fact<T>(work: (context: PolicyContext) => T): T {
    if (!this.#facts.has(work)) this.#facts.set(work, work(this));
    return this.#facts.get(work) as T;
  }

  #index(subject: Manifest): void {
    const { object } = subject;
    const { name, namespace } = object.metadata;
    this.#byName.set(nameKey(kindOf(object), namespace, name), subject);
    const pod = podOf(subject);
    if (!pod) return;
    this.#podBySubject.set(subject, pod);
    this.#podsByLabel.add(namespace ?? '', pod);
  }
}

const contexts = new WeakMap<readonly Manifest[], PolicyContext>();

function nameKey(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}\n${namespace ?? ''}\n${name}`;
}
