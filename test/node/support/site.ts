import { dirname, join } from 'node:path';
import type { KubeObject } from '../../../kubernetes/object.ts';
import type { SiteInput } from '../../../site/index.ts';
import { planSite } from '../../../site/plan/index.ts';
import { areSettled, untilAllSettled } from '../../argo-cd/support/argo-cd.ts';
import {
  applicationsIn,
  bootstrapFrom,
  bringSettings,
  nativeManifests,
  OWN_CONTACT,
} from '../../argo-cd/support/native-site.ts';
import { SiteRepository } from '../../argo-cd/support/site-repository.ts';
import type { LiveObject } from '../../cluster/support/objects.ts';
import { untilNothing } from '../../cluster/support/patience.ts';
import example from '../../fixtures/example.ts';
import { withoutDigests } from '../../support/digests.ts';
import { aSite, filesOf } from '../../support/site.ts';
import { nodeAddress } from './node.ts';
import { atOurPace } from './pace.ts';
import { notReady, workloadsIn } from './ready.ts';
import { makeExpected } from './secrets.ts';

/** The repository that Argo CD follows: beside the cluster, so that every file of tests finds it. */
export function repository(): SiteRepository {
  return new SiteRepository(join(dirname(process.env.KUBECONFIG ?? ''), 'node-site'));
}

/** The example site: what it notifies goes to the receiver of the tests, and Argo CD reads it from a repository beside the node. */
export function nodeSite(changes: Partial<SiteInput> = {}) {
  const { monitoring } = example;
  return aSite({
    contact: OWN_CONTACT,
    git: { url: repository().url },
    monitoring: { ...monitoring, notify: { webhook: 'alerts-webhook' } },
    ...changes,
  });
}

/** The files of a site's `dist/` as a real node of the tests can run them: by tags, at the pace of the tests. */
export function nodeFiles(site = nodeSite()): Map<string, string> {
  const files = filesOf(nativeManifests(site));
  return new Map([...files].map(([path, text]) => [path, atOurPace(withoutDigests(text))]));
}

/** The example site on the real node, by Argo CD; brought there if it is not there yet, and Ready when this ends. */
export async function theSite(): Promise<void> {
  const names = applicationsIn(nodeFiles());
  if (!areSettled(names)) await bootstrap();
  await untilReady();
}

/** Brings the example site by one command and the Secrets that people make, and waits until Argo CD is content. */
export async function bootstrap(): Promise<void> {
  const files = nodeFiles();
  repository().publish(files);
  bringSettings();
  bootstrapFrom(repository().dist);
  await makeSecrets();
  await untilAllSettled(applicationsIn(files));
}

/** Makes every Secret that the example site expects, each as soon as its namespace is there. */
export async function makeSecrets(site = nodeSite()): Promise<void> {
  let left = planSite(site).secrets.expected;
  await untilNothing(() => {
    left = makeExpected(left, nodeAddress());
    return left.map(({ namespace, name }) => `the namespace of the Secret ${namespace}/${name}`);
  });
}

/** Waits until every workload of the example site is there, and everything in the cluster is Ready. */
export async function untilReady(): Promise<void> {
  const wanted = workloadsIn(objectsOfSite());
  await untilNothing(() => notReady(wanted));
}

/** Every object of the example site but those of Helm charts. */
export function objectsOfSite(): LiveObject[] {
  return nativeManifests(nodeSite()).map(({ object }) => object as KubeObject as LiveObject);
}

/** Publishes a changed site and waits until Argo CD has brought it; answers the commit. */
export async function publish(files: ReadonlyMap<string, string>): Promise<string> {
  const commit = repository().publish(files);
  await untilAllSettled(applicationsIn(files), commit);
  return commit;
}
