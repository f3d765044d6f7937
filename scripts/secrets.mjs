// Tells which Secrets the site of platform.ts expects, and which of them the cluster lacks.
//
//   npm run secrets              lists them, with what belongs in each
//   npm run secrets -- --check   checks the cluster of kubectl's current context; never prints a value
import { spawnSync } from 'node:child_process';
import { commandLine } from '../launch/command-line.mjs';
import { IS_READY, NO_CLUSTER } from './reach.mjs';
import { lacking } from './secrets/lacking.mjs';
import { loadedPlan } from './site/load.mjs';

const FILES = `A FILE holds the value and nothing behind it: editors and echo add a line break, with which no password fits. Without one:
  read -rs V && printf %s "$V" > FILE
  openssl rand -hex 16 | tr -d '\\n' > FILE
`;

const { check } = commandLine({
  usage: `usage: npm run secrets [-- --check]

  Lists the Secrets that the site of platform.ts expects, with what belongs in each.

  --check   checks which of them the cluster of kubectl's current context lacks; never prints a value`,
  options: { check: { type: 'boolean', default: false } },
}).values;
const { expected, vault } = (await loadedPlan()).plan.secrets;
const byHand = vault === undefined;
if (check) {
  if (kubectl(...IS_READY) === undefined) fail(NO_CLUSTER);
  const problems = expected.flatMap((secret) => lacking(secret, found(secret)));
  process.stdout.write(problems.length > 0 ? `${problems.join('\n')}\n` : `all ${expected.length} Secrets are there\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else {
  process.stdout.write([...expected.map(described), ...(byHand && expected.length > 0 ? [FILES] : [])].join('\n'));
}

/** What a Secret is for, and the command that makes it by hand. */
function described(secret) {
  const { name, namespace, keys, restart, for: reason } = secret;
  const wanted = Object.entries(keys).map(([key, meaning]) => `    ${key}  ${meaning}`);
  const how = (secret.passwords ? passwordCommand : byHand ? createCommand : vaultEntry)(secret);
  const change = restart
    ? ['    after a change:', `    kubectl rollout restart deployment ${restart} --namespace ${namespace}`]
    : [];
  return [`${namespace}/${name}  without it: ${reason}`, ...wanted, ...how, ...change, ''].join('\n');
}

/** How users get their passwords: `npm run password` prints what the place takes. */
function passwordCommand({ name, inVault }) {
  const command = `npm run --silent password -- ${name} USER...`;
  if (byHand) return [`    ${command} | kubectl apply --filename -`];
  return [`    put into the vault under the name ${inVault} what this prints: ${command}`];
}

function vaultEntry({ inVault }) {
  return [`    put it into the vault under the name ${inVault}, as a JSON object with these keys`];
}

function createCommand({ name, namespace, keys, type, labels = {}, stated = {} }) {
  const values = [
    ...(type ? [`--type=${type}`] : []),
    ...Object.entries(stated).map(([key, value]) => `--from-literal=${key}=${value}`),
    ...Object.keys(keys).map((key) => `--from-file=${key}=FILE`),
  ];
  return [
    `    kubectl create secret generic ${name} --namespace ${namespace} \\`,
    `      ${values.join(' ')}`,
    ...Object.entries(labels).map(
      ([key, value]) => `    kubectl label secret ${name} --namespace ${namespace} ${key}=${value}`,
    ),
  ];
}

/** The Secret in the cluster, if it is there. */
function found({ name, namespace }) {
  const words = ['get', 'secret', name, '--namespace', namespace, '--ignore-not-found', '--output', 'json'];
  const answer = kubectl(...words) ?? fail(`kubectl ${words.join(' ')} does not work; try it yourself`);
  return answer === '' ? undefined : JSON.parse(answer);
}

/** What kubectl answers; undefined where it fails. */
function kubectl(...words) {
  const { status, stdout, error } = spawnSync('kubectl', words, { encoding: 'utf8' });
  if (error) fail(`kubectl cannot be started (${error.message}); install it and put it on the PATH`);
  return status === 0 ? stdout.trim() : undefined;
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
