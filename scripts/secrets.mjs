// Tells which Secrets the site of platform.ts expects, and which of them the cluster lacks.
//
//   npm run secrets              lists them, with what belongs in each
//   npm run secrets -- --check   asks the cluster of kubectl's current context; never prints a value
import { spawnSync } from 'node:child_process';
import { commandLine } from './command-line.mjs';
import { loadedSite } from './site/load.mjs';

const { check } = commandLine({
  usage: `usage: npm run secrets [-- --check]

  Lists the Secrets that the site of platform.ts expects, with what belongs in each.

  --check   asks the cluster of kubectl's current context which of them it lacks; never prints a value`,
  options: { check: { type: 'boolean', default: false } },
}).values;
const { site, secretsOf } = loadedSite();
const expected = secretsOf(site);
const lines = expected.flatMap((secret) => (check ? problems(secret) : [described(secret)]));
process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : `all ${expected.length} Secrets are there\n`);
if (check && lines.length > 0) process.exit(1);

/** What a Secret is for, and the command that makes it by hand. */
function described({ name, namespace, keys, labels = {}, stated = {}, for: reason }) {
  const wanted = Object.entries(keys).map(([key, meaning]) => `    ${key}  ${meaning}`);
  const how =
    site.secrets.backend === 'oci-vault'
      ? [`    put it into the vault under the name ${name}, as a JSON object with these keys`]
      : [
          `    kubectl create secret generic ${name} --namespace ${namespace} \\`,
          `      ${[
            ...Object.entries(stated).map(([key, value]) => `--from-literal=${key}=${value}`),
            ...Object.keys(keys).map((key) => `--from-file=${key}=FILE`),
          ].join(' ')}`,
          ...Object.entries(labels).map(
            ([key, value]) => `    kubectl label secret ${name} --namespace ${namespace} ${key}=${value}`,
          ),
        ];
  return [`${namespace}/${name}  without it: ${reason}`, ...wanted, ...how, ''].join('\n');
}

/** What the cluster lacks of a Secret. */
function problems({ name, namespace, keys }) {
  const template = '{{range $key, $value := .data}}{{$key}} {{len $value}}{{"\\n"}}{{end}}';
  const args = ['get', 'secret', name, '--namespace', namespace, '--output', `go-template=${template}`];
  const { status, stdout, stderr, error } = spawnSync('kubectl', args, { encoding: 'utf8' });
  if (error) {
    process.stderr.write(`kubectl cannot be started (${error.message}); install it and put it on the PATH\n`);
    process.exit(2);
  }
  if (status !== 0 && !stderr.includes('(NotFound)')) {
    process.stderr.write(`kubectl ${args.slice(0, 5).join(' ')}\n${stderr}`);
    process.exit(2);
  }
  if (status !== 0) return [`${namespace}/${name}  is missing`];
  const filled = stdout.split('\n').filter((line) => line !== '' && !line.endsWith(' 0'));
  const there = filled.map((line) => line.split(' ')[0]);
  return Object.keys(keys)
    .filter((key) => !there.includes(key))
    .map((key) => `${namespace}/${name}  has no key ${key}, or nothing in it`);
}
