// Brings Argo CD and the site into an empty cluster; afterwards everything goes through git.
//
//   npm run bootstrap                                    uses the current context of kubectl
//   npm run bootstrap -- --context NAME                  uses another one
//   npm run bootstrap -- --key FILE                      lets Argo CD into a private repository by its deploy key
//   npm run bootstrap -- --token FILE [--user NAME]      the same for an https:// address; the name is git if you give none
//   npm run bootstrap -- --not-at-oracle                 for a cluster that is not Oracle's: load balancers need no place
//   npm run bootstrap -- --argo-cd-runs-elsewhere        leaves out the installation of Argo CD itself
//
// It may be repeated at any point: each step looks first or does the same again.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../launch/command-line.mjs';
import { needPackages } from '../../launch/packages.cjs';
import { IS_READY, NO_CLUSTER } from '../reach.mjs';
import { BootstrapError, Kubectl } from './kubectl.mjs';
import { bringCredentials, checkRepository, credentialsFor } from './repository.mjs';

const NAMESPACE = 'argocd';
const INSTALLER = 'install-argocd';
const CRDS = ['applications.argoproj.io', 'appprojects.argoproj.io'];

/** What the root Application needs at once: who reads the repository, and who syncs. */
const NEEDED_BY_ROOT = ['deployment/argocd-repo-server', 'statefulset/argocd-application-controller'];

/** Long enough for a node that has to pull the image and fetch the chart over a slow link. */
const PATIENCE_MINUTES = 15;

const USAGE = `usage: npm run bootstrap [-- [--context NAME] [--key FILE | --token FILE [--user NAME]]
                               [--not-at-oracle] [--argo-cd-runs-elsewhere] [--dist FOLDER]]

  Brings Argo CD and the site into the cluster of kubectl; it may be repeated.

  --context NAME             uses another context than the current one
  --key FILE                 lets Argo CD into a private repository by its deploy key
  --token FILE               the same for an https:// address
  --user NAME                the name that goes with the token, git if you give none
  --not-at-oracle            for a cluster that is not Oracle's: its load balancers need no place
  --argo-cd-runs-elsewhere   leaves out the installation of Argo CD itself
  --dist FOLDER              the folder with the site, dist/ if you give none`;

const say = (text) => process.stdout.write(`${text}\n`);

function options() {
  return commandLine({
    usage: USAGE,
    options: {
      context: { type: 'string' },
      dist: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
      key: { type: 'string' },
      token: { type: 'string' },
      user: { type: 'string' },
      'not-at-oracle': { type: 'boolean', default: false },
      'argo-cd-runs-elsewhere': { type: 'boolean', default: false },
    },
  }).values;
}

function checkCluster(kubectl) {
  if (!kubectl.succeeds(...IS_READY)) throw new BootstrapError(NO_CLUSTER);
}

/** The Job that installs Argo CD needs every right for the minutes it runs, and no longer. */
async function install(kubectl, dist) {
  const folder = join(dist, 'install');
  const rights = ['clusterrolebinding', INSTALLER];
  kubectl.run('delete', '--ignore-not-found', '--filename', folder);
  kubectl.run('delete', ...rights, '--ignore-not-found');
  kubectl.run('create', ...rights, '--clusterrole=cluster-admin', `--serviceaccount=${NAMESPACE}:${INSTALLER}`);
  try {
    kubectl.apply(folder);
    await untilComplete(kubectl);
  } finally {
    kubectl.run('delete', ...rights, '--ignore-not-found');
  }
  kubectl.run('delete', '--ignore-not-found', '--filename', folder);
}

async function untilComplete(kubectl) {
  const deadline = Date.now() + PATIENCE_MINUTES * 60_000;
  const job = ['--namespace', NAMESPACE, 'get', 'job', INSTALLER, '--output=json'];
  while (Date.now() < deadline) {
    const { conditions = [] } = JSON.parse(kubectl.run(...job)).status;
    const done = conditions.filter(({ status }) => status === 'True').map(({ type }) => type);
    if (done.includes('Complete')) return;
    if (done.includes('Failed')) break;
    await pause(2000);
  }
  const log = kubectl.run('--namespace', NAMESPACE, 'logs', `job/${INSTALLER}`, '--tail=20', '--ignore-errors');
  throw new BootstrapError(`Argo CD could not be installed. The job ${INSTALLER} says:\n${log}`);
}

async function untilEstablished(kubectl) {
  for (const crd of CRDS) {
    // `kubectl wait` fails at once where there is nothing to wait for.
    for (let tries = 0; tries < 60 && !kubectl.succeeds('get', 'crd', crd); tries += 1) await pause(1000);
    kubectl.run('wait', 'crd', crd, '--for=condition=Established', '--timeout=60s');
  }
}

/**
 * Waits until Argo CD can sync.
 *
 * An Application that comes before its repository server listens is Unknown, and Argo CD looks at it again only at its
 * next turn, up to three minutes later.
 */
function untilReady(kubectl) {
  for (const part of NEEDED_BY_ROOT) {
    const words = ['--namespace', NAMESPACE, 'rollout', 'status', part, `--timeout=${PATIENCE_MINUTES}m`];
    if (kubectl.succeeds(...words)) continue;
    throw new BootstrapError(
      `Argo CD does not start: ${part} is not ready. Look at its pods: kubectl --namespace ${NAMESPACE} get pods. ` +
        'Then run the command again; docs/gitops.md, "The bad day", tells how to install Argo CD again.',
    );
  }
}

/** The project goes first: Argo CD turns down an Application whose project it does not know. */
function follow(kubectl, dist) {
  kubectl.apply(join(dist, 'bootstrap', 'appproject.platform.yaml'));
  kubectl.apply(join(dist, 'bootstrap'));
}

async function bootstrap() {
  const { context, dist, 'argo-cd-runs-elsewhere': elsewhere, 'not-at-oracle': other, ...given } = options();
  needPackages();
  const { checkSite } = await import('./site.mjs');
  const repository = checkSite(dist, { atOracle: !other });
  const credentials = credentialsFor(repository, given);
  const kubectl = new Kubectl(context);
  checkCluster(kubectl);
  const news = checkRepository(kubectl, repository, credentials);
  if (news) say(news);

  // Argo CD's pods name the priority of the platform from the start.
  for (const file of [`namespace.${NAMESPACE}.yaml`, 'priorityclass.platform.yaml']) {
    kubectl.apply(join(dist, 'cluster', file));
  }
  bringCredentials(kubectl, repository, credentials);
  if (elsewhere) {
    say('Argo CD: runs elsewhere, as you said');
  } else if (kubectl.succeeds('--namespace', NAMESPACE, 'get', 'application', 'argocd')) {
    say('Argo CD: manages itself already');
  } else {
    say('Argo CD: installing, which takes some minutes');
    await install(kubectl, dist);
  }
  await untilEstablished(kubectl);
  if (!elsewhere) {
    say('Argo CD: waiting until it is ready');
    untilReady(kubectl);
  }
  follow(kubectl, dist);
  say(
    `Argo CD follows ${repository.url} now. Watch it with: kubectl --namespace ${NAMESPACE} get applications --watch`,
  );
}

try {
  await bootstrap();
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`bootstrap: ${error.message}\n`);
  process.exitCode = 1;
}
