// Makes a kubeconfig for one of the users that platform.ts names, with a token that ends by itself.
//
//   npm run --silent kubeconfig -- ada > ~/.config/armstead/ada.kubeconfig
//   npm run --silent kubeconfig -- ada --hours 8 > ~/.config/armstead/ada.kubeconfig
//
// You need a kubeconfig that may do so: the one that the cloud gives you.
import { spawnSync } from 'node:child_process';
import { commandLine, end, UsageError } from '../launch/command-line.mjs';
import { needPackages } from '../launch/packages.cjs';
import { IS_READY, NO_CLUSTER, NO_CONTEXT } from './reach.mjs';
import { loadedPlan } from './site/load.mjs';

const USAGE = `usage: npm run --silent kubeconfig -- USER [--hours N] > FILE

  Prints a kubeconfig with a token for one of the users that platform.ts names in access.

  --hours N   how long the token is good, 24 if you give none, at most 720

  Whoever has FILE has the rights of USER: keep it outside of the repository, readable by you alone.`;

/** Thirty days: what lasts longer is no short token, and is requested with token: 'long-lived'. */
const MOST_HOURS = 720;

const { values, positionals } = commandLine({
  usage: USAGE,
  options: { hours: { type: 'string', default: '24' } },
  most: 1,
});
needPackages();
const { stringify } = await import('yaml');
const [user] = positionals;
if (user === undefined) end(new UsageError(USAGE, 'USER is missing'));
const hours = Number(values.hours);
if (!Number.isInteger(hours) || hours < 1) end(new UsageError(USAGE, `${values.hours} is no number of hours`));
if (hours > MOST_HOURS) {
  const longer = "token: 'long-lived' in platform.ts gives one that lasts";
  end(new UsageError(USAGE, `${values.hours} hours are more than ${MOST_HOURS}; ${longer}`));
}

const { plan, platformNamespaces } = await loadedPlan();
const known = plan.access?.users ?? [];
const chosen = known.find(({ name }) => name === user);
if (!chosen) {
  const names = known.map(({ name }) => name);
  const fix = names.length > 0 ? `write one of ${names.join(', ')}` : 'add it there, commit, and wait for Argo CD';
  fail(`${user} is no user of access in platform.ts; ${fix}`);
}

if (run('config', 'current-context').status !== 0) fail(NO_CONTEXT);
if (run(...IS_READY).status !== 0) fail(NO_CLUSTER);
const namespace = platformNamespaces.access.name;
const { cluster } = JSON.parse(kubectl('config', 'view', '--minify', '--raw', '--output', 'json')).clusters[0];
process.stdout.write(stringify(kubeconfig(cluster, token(chosen))));

function token({ longLived }) {
  if (longLived) {
    const stored = kubectl('get', 'secret', `${user}-token`, '-n', namespace, '-o', 'jsonpath={.data.token}');
    return Buffer.from(stored, 'base64').toString();
  }
  return kubectl('create', 'token', user, '--namespace', namespace, '--duration', `${hours}h`);
}

function kubeconfig(cluster, token) {
  const { name } = plan;
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name: `${user}@${name}`, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: `${user}@${name}` } }],
    'current-context': name,
  };
}

/** What kubectl prints; where it fails, its own words tell why. */
function kubectl(...words) {
  const { status, stdout, stderr } = run(...words);
  if (status !== 0) fail(`kubectl ${words.join(' ')} failed:\n${stderr.trim()}`);
  return stdout.trim();
}

function run(...words) {
  const answer = spawnSync('kubectl', words, { encoding: 'utf8' });
  if (answer.error) fail(`kubectl cannot be started (${answer.error.message}); install it and put it on the PATH`);
  return answer;
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
