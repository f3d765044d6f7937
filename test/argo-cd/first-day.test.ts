import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addresses } from '../cluster/support/addresses.ts';
import { kubectl } from '../cluster/support/kubectl.ts';
import { aSite } from '../support/site.ts';
import { application, exists, isSettled, refresh, until } from './support/argo-cd.ts';
import { definition } from './support/changes.ts';
import { BOOTSTRAP, bringSettings, nativeFiles, OWN_CONTACT } from './support/native-site.ts';
import { argoCdParts, forgetAll, makeReady } from './support/played-argo-cd.ts';
import { SiteRepository } from './support/site-repository.ts';
import { Standings } from './support/standings.ts';

const repository = new SiteRepository();
const site = nativeFiles(aSite({ contact: OWN_CONTACT, git: { url: repository.url } }));

/** The site as far as the bootstrap needs it, and the Application of one folder with one Ingress. */
const begun = new Map(
  [...site].filter(([path]) => /^(bootstrap\/|cluster\/|apps\/application\.home\.|home\/ingress\.photos\.)/.test(path)),
);
const withDefinitions = (...kinds: readonly string[]) =>
  new Map([
    ...begun,
    ...kinds.map((kind) => [`home/customresourcedefinition.${kind}.yaml`, definition(kind)] as const),
  ]);

let standings: Standings;

beforeAll(async () => {
  await forgetAll();
  repository.publish(withDefinitions('gadgets'));
  bringSettings();
  standings = new Standings();
});

afterAll(async () => {
  standings.stop();
  await forgetAll();
  kubectl(['delete', 'crd', '--ignore-not-found', 'gadgets.example.org', 'doubles.example.org']);
  kubectl(['delete', '--ignore-not-found', '--filename', '-'], argoCdParts);
  repository.remove();
});

describe('the bootstrap', () => {
  test('hands the root over only when Argo CD is ready to sync it', async () => {
    kubectl(['apply', '--server-side', '--filename', '-'], argoCdParts);
    const command = spawn(process.execPath, [...BOOTSTRAP, '--not-at-oracle', '--dist', repository.dist]);
    const said = spoken(command);

    await until('the bootstrap waits', () => said.text.includes('Argo CD: waiting until it is ready\n'));
    makeReady('deployment/argocd-repo-server');
    await until('the repository server is ready', () => kubectl(READY).output === '1');
    expect(exists('application', 'root', '--namespace', 'argocd')).toBe(false);

    makeReady('statefulset/argocd-application-controller');
    expect(await said.exitCode, said.text).toBe(0);
    expect(exists('application', 'root', '--namespace', 'argocd')).toBe(true);
  });

  test('brings the project before the root, which never misses it', async () => {
    await until('the root is settled', () => {
      refresh('root', 'home');
      return isSettled(application('root'));
    });
    expect(standings.of('root').filter((line) => line.includes('does not exist'))).toEqual([]);
  });
});

describe('an Ingress', () => {
  test('is well without an address, which no controller of a site writes', async () => {
    await until('the folder is settled', () => {
      refresh('home');
      return isSettled(application('home'));
    });
    expect(addresses('ingresses')).toEqual({ 'home/photos': 0 });
  });
});

describe('the definition of a kind', () => {
  test('never makes its Application Degraded while the API server establishes it', async () => {
    await until('the folder is settled', () => {
      refresh('home');
      return isSettled(application('home'));
    });
    expect(exists('crd', 'gadgets.example.org')).toBe(true);
    expect(standings.of('home').filter((line) => /Degraded/.test(line))).toEqual([]);
  });

  test('makes it Degraded when the API server refuses its names', async () => {
    repository.publish(withDefinitions('gadgets', 'doubles'));
    await until('the folder is Degraded', () => {
      refresh('home');
      return application('home').status?.health?.status === 'Degraded';
    });
  });
});

const READY = [
  ...['--namespace', 'argocd', 'get', 'deployment', 'argocd-repo-server'],
  '--output=jsonpath={.status.readyReplicas}',
];

/** What a command says, and how it ends. */
function spoken(command: ChildProcess) {
  const said = {
    text: '',
    exitCode: new Promise<number | null>((resolve) => command.once('exit', resolve)),
  };
  for (const stream of [command.stdout, command.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said.text += chunk.toString();
    });
  }
  return said;
}
