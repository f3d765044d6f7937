// Makes imports/ by `cdk8s import` from the sources that cdk8s.yaml names, reduced to the kinds that are used.
//
//   npm run import                     reads the pinned public sources
//   npm run import -- --from FOLDER    reads CRDs from the YAML files of a folder instead, without a network
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../launch/command-line.mjs';
import { needPackages } from '../launch/packages.cjs';

const { from } = commandLine({
  usage: `usage: npm run import [-- --from FOLDER]

  Makes imports/ from the sources that cdk8s.yaml names.

  --from FOLDER   reads CRDs from the YAML files of a folder instead, without a network`,
  options: { from: { type: 'string' } },
}).values;
needPackages();
const { parse, parseAllDocuments, stringify } = await import('yaml');

/** Per API group the kinds that constructs use, and the version of each that is imported. */
const KINDS = {
  'argoproj.io': { Application: 'v1alpha1', AppProject: 'v1alpha1' },
  'cert-manager.io': { Certificate: 'v1', ClusterIssuer: 'v1' },
  'external-secrets.io': { ClusterSecretStore: 'v1', ExternalSecret: 'v1' },
};

/** Fields that a controller writes and nobody declares: without them the imports are a fifth as long. */
const WRITTEN_BY_CONTROLLERS = ['status', 'operation'];

/** Of the forty services that a store of External Secrets may lead to, the one that is used: a fiftieth of the imports. */
const PROVIDER = 'oracle';

const root = fileURLToPath(new URL('..', import.meta.url));

async function documents(from) {
  const texts = from
    ? readdirSync(from)
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => readFileSync(join(from, file), 'utf8'))
    : await Promise.all(parse(readFileSync(join(root, 'cdk8s.yaml'), 'utf8')).imports.map(download));
  return texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()));
}

async function download(address) {
  const answer = await fetch(address);
  if (!answer.ok)
    throw new Error(`${address} answered ${answer.status}; is the version in cdk8s.yaml still published?`);
  return answer.text();
}

/** One CRD with the imported version alone and without what controllers write. */
function reduced(crd, version) {
  const [kept] = crd.spec.versions.filter(({ name }) => name === version);
  if (!kept) throw new Error(`${crd.metadata.name} has no version ${version}`);
  for (const field of WRITTEN_BY_CONTROLLERS) delete kept.schema.openAPIV3Schema.properties[field];
  const { provider } = kept.schema.openAPIV3Schema.properties.spec.properties;
  if (provider) provider.properties = { [PROVIDER]: provider.properties[PROVIDER] };
  const { group, names, scope } = crd.spec;
  return {
    apiVersion: crd.apiVersion,
    kind: crd.kind,
    metadata: { name: crd.metadata.name },
    spec: { group, names, scope, versions: [kept] },
  };
}

function crdsOf(group, kinds, all) {
  return Object.entries(kinds).map(([kind, version]) => {
    const crd = all.find(
      (document) =>
        document?.kind === 'CustomResourceDefinition' &&
        document.spec.group === group &&
        document.spec.names.kind === kind,
    );
    if (!crd) throw new Error(`no source defines ${kind} of ${group}`);
    return reduced(crd, version);
  });
}

const all = await documents(from);
const scratch = mkdtempSync(join(tmpdir(), 'armstead-import-'));
try {
  for (const [group, kinds] of Object.entries(KINDS)) {
    const file = join(scratch, `${group}.yaml`);
    writeFileSync(
      file,
      crdsOf(group, kinds, all)
        .map((crd) => stringify(crd))
        .join('---\n'),
    );
    const cli = join(root, 'node_modules/cdk8s-cli/bin/cdk8s');
    execFileSync(
      process.execPath,
      [cli, 'import', file, '--language', 'typescript', '--output', join(root, 'imports'), '--no-save'],
      {
        cwd: scratch,
        stdio: 'inherit',
        env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
      },
    );
  }
} finally {
  rmSync(scratch, { recursive: true });
}
