import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import { kubectl } from '../cluster/support/kubectl.ts';
import { untilNothing } from '../cluster/support/patience.ts';
import { waiting } from '../cluster/support/waiting.ts';
import { photosApp } from '../library/app.ts';
import { withoutDigests } from '../support/digests.ts';
import { nodeAddress } from './support/node.ts';
import { receiverAt } from './support/receiver.ts';

const NAMESPACES = ['photos', 'disks', 'watch'];

/** Where the volumes of an app lie that names no directory. */
const DIRECTORY = '/var/lib/volumes';

/** The volumes of the app, and the user and group that write to them where nobody states another. */
const VOLUMES = ['album', 'alerts', 'dashboards', 'logs', 'metrics'];
const WRITER = 10000;

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

test('every volume of it is a directory of its writer, beside those of the site on the same node', () => {
  expect(readdirSync(DIRECTORY).sort()).toEqual(VOLUMES);
  for (const name of VOLUMES) {
    const { uid, gid, mode } = statSync(join(DIRECTORY, name));
    expect({ name, uid, gid, mode: mode & 0o7777 }).toEqual({ name, uid: WRITER, gid: WRITER, mode: 0o2770 });
  }
});
