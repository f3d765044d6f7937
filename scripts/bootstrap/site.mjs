import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BootstrapError } from './kubectl.mjs';
import { repositoryOf } from './repository.mjs';

/**
 * The repository that `dist/` tells Argo CD to follow.
 *
 * Refuses what would fail later, when half of it stands in the cluster, and names all of it at once.
 *
 * @param atOracle whether the cluster is one of Oracle's, where load balancers need a place
 */
export function checkSite(dist, { atOracle }) {
  const file = join(dist, 'bootstrap', 'application.root.yaml');
  if (!existsSync(file)) throw new BootstrapError(`${file} is missing; run npx cdk8s synth first`);
  const repository = repositoryOf(parse(readFileSync(file, 'utf8')));
  const problems = [
    ...exampleRepository(repository),
    ...exampleContact(dist),
    ...(atOracle ? balancersWithoutPlace(dist) : []),
  ];
  if (problems.length > 0) throw new BootstrapError(problems.join('\n\n'));
  return repository;
}

function exampleRepository({ url }) {
  if (!/github\.com[:/]you\//.test(url)) return [];
  return [
    `git.url in platform.ts is still the example's, ${url}; write the address of your repository, synth, commit and push`,
  ];
}

/** Let's Encrypt opens no account for an address that cannot exist, and everything else waits for that account. */
function exampleContact(dist) {
  const contacts = objectsIn(join(dist, 'certificates'), join(dist, 'cluster'))
    .filter(({ kind }) => kind === 'ClusterIssuer')
    .flatMap(({ spec }) => spec.acme?.email ?? []);
  const example = contacts.find((contact) => /@example\.(com|net|org)$/.test(contact));
  if (example === undefined) return [];
  return [
    `contact in platform.ts is still the example's, ${example}, for which Let's Encrypt opens no account; write your own, synth, commit and push`,
  ];
}

/** The cloud never moves a load balancer, and made in no place of its own it serves nobody. */
function balancersWithoutPlace(dist) {
  const lost = objectsIn(join(dist, 'edge'))
    .filter(({ kind, spec }) => kind === 'Service' && spec.type === 'LoadBalancer')
    .filter(({ metadata }) => !Object.keys(metadata.annotations ?? {}).some((key) => /subnet\d?$/.test(key)))
    .map(({ metadata }) => metadata.name);
  if (lost.length === 0) return [];
  return [
    `the load balancers ${lost.join(' and ')} name no subnet, because site.outputs.json was absent; run npm run hand-over, synth, commit and push (on a cluster that is not Oracle's: --not-at-oracle)`,
  ];
}

function objectsIn(...folders) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(file, 'utf8')));
}
