import { afterAll, beforeAll, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import { kubectl } from '../cluster/support/kubectl.ts';
import { untilNothing } from '../cluster/support/patience.ts';
import { waiting } from '../cluster/support/waiting.ts';
import { photosApp } from '../library/app.ts';
import { withoutDigests } from '../support/digests.ts';
import { nodeAddress } from './support/node.ts';
import { receiverAt } from './support/receiver.ts';

const NAMESPACES = ['photos', 'disks', 'watch'];

/** The Secrets that whoever writes such an app makes by hand. */
const secrets = () => [
  secret('photos', 'photos-users', { auth: 'ana:of-nobody\n' }),
  secret('watch', 'watch-webhook', { url: receiverAt(nodeAddress(), 'notification') }),
  secret('watch', 'watch-grafana', { user: 'admin', password: 'of-nobody', 'secret-key': 'k'.repeat(32) }),
];

function secret(namespace: string, name: string, stringData: object): KubeObject {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { namespace, name }, stringData } as KubeObject;
}

/** Has kubectl do something with all objects of the app and its Secrets, namespaces first. */
function kubectlForAll(...words: readonly string[]): void {
  const app = photosApp(nodeAddress()).charts.flatMap((chart) => chart.toJson() as KubeObject[]);
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...app, ...secrets()] });
  // Nothing is fetched here, where images are packed for the tests; stock cdk8s wants each from its registry every time.
  const text = withoutDigests(list).replaceAll('"imagePullPolicy":"Always"', '"imagePullPolicy":"IfNotPresent"');
  const { succeeded, complaints } = kubectl([...words, '--filename=-'], text);
  if (!succeeded) throw new Error(complaints);
}

beforeAll(() => kubectlForAll('apply', '--server-side', '--force-conflicts'));

afterAll(() => kubectlForAll('delete', '--ignore-not-found'));

test('every pod of an app that takes constructs of this project runs and is Ready, beside the site', async () => {
  await untilNothing(() => waiting(NAMESPACES, []));
});
