// Makes a kubeconfig for one of the users that platform.ts names, with a token that ends by itself.
//
//   npm run --silent kubeconfig -- ada > ada.kubeconfig
//   npm run --silent kubeconfig -- ada --hours 8 > ada.kubeconfig
//
// You need a kubeconfig that may do so: the one that the cloud gives you.
import { spawnSync } from 'node:child_process';
import { stringify } from 'yaml';
import { loadedSite } from './site/load.mjs';

const [user, flag, value, ...rest] = process.argv.slice(2);
const hours = flag === undefined ? 24 : Number(value);
const wrong = !user || rest.length > 0 || (flag !== undefined && flag !== '--hours');
if (wrong || !Number.isInteger(hours) || hours < 1) {
  process.stderr.write('usage: npm run --silent kubeconfig -- USER [--hours N] > FILE\n');
  process.exit(2);
}

const { site, platformNamespaces } = loadedSite();
const known = site.access ?? {};
if (!Object.hasOwn(known, user)) {
  const names = Object.keys(known);
  const fix = names.length > 0 ? `write one of ${names.join(', ')}` : 'add it there, commit, and wait for Argo CD';
  process.stderr.write(`${user} is no user of access in platform.ts; ${fix}\n`);
  process.exit(1);
}

const namespace = platformNamespaces.access.name;
const { cluster } = JSON.parse(kubectl('config', 'view', '--minify', '--raw', '--output', 'json')).clusters[0];
process.stdout.write(stringify(kubeconfig(cluster, token(known[user]))));

function token({ token: kind }) {
  if (kind === 'long-lived') {
    const stored = kubectl('get', 'secret', `${user}-token`, '-n', namespace, '-o', 'jsonpath={.data.token}');
    return Buffer.from(stored, 'base64').toString();
  }
  return kubectl('create', 'token', user, '--namespace', namespace, '--duration', `${hours}h`);
}

function kubeconfig(cluster, token) {
  const { name } = site;
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name: `${user}@${name}`, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: `${user}@${name}` } }],
    'current-context': name,
  };
}

function kubectl(...words) {
  const { status, stdout, stderr, error } = spawnSync('kubectl', words, { encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`kubectl ${words.join(' ')}\n${error?.message ?? stderr}\n`);
    process.exit(1);
  }
  return stdout.trim();
}
