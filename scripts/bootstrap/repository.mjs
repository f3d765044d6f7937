import { readFileSync } from 'node:fs';
import { keyFrom, tokenFrom } from './credentials.mjs';
import { BootstrapError } from './kubectl.mjs';

/**
 * @typedef {object} Repository
 * @property {string} url the address that Argo CD reads from
 * @property {string | undefined} secret name of the Secret that lets it in; none for a public repository
 */

const NAMESPACE = 'argocd';

/** Label by which Argo CD finds the Secret of a repository. */
const LABELS = { 'argocd.argoproj.io/secret-type': 'repository' };

const READS_SECRETS = 'armstead/reads-secrets';

/** What the root Application says of the repository. @returns {Repository} */
export function repositoryOf({ metadata, spec }) {
  return { url: spec.source.repoURL, secret: metadata.annotations?.[READS_SECRETS] };
}

/**
 * The keys of the Secret, from the files that the command names.
 *
 * @param {Repository} repository
 * @param {{ key?: string, token?: string, user?: string }} given files with the deploy key or the token, and the name that goes with a token
 * @returns {Record<string, string> | undefined} undefined where nothing was given
 */
export function credentialsFor(repository, given) {
  const { key, token, user = 'git' } = given;
  const problem = mismatch(repository, given);
  if (problem) throw new BootstrapError(problem);
  if (key !== undefined) return { sshPrivateKey: keyFrom(key, contents(key)) };
  return token === undefined ? undefined : { username: user, password: tokenFrom(token, contents(token)) };
}

/** Why what was given does not fit the repository, if it does not. */
function mismatch({ url, secret }, { key, token, user }) {
  const byHttps = isHttps(url);
  const problems = [
    [user !== undefined && token === undefined, '--user goes with --token FILE'],
    [key !== undefined && token !== undefined, 'write --key or --token, not both'],
    [
      secret === undefined && (key ?? token) !== undefined,
      `a file was given, but dist/ names no Secret for ${url}; write secret: 'platform-repository' beside url in ` +
        'platform.ts, synth, commit and push, or leave the file out for a public repository',
    ],
    [
      !byHttps && token !== undefined,
      `${url} is read by SSH, with a deploy key: --key FILE; for a token write url with https://`,
    ],
    [
      byHttps && key !== undefined,
      `${url} is read by HTTPS, with a token: --token FILE; for a deploy key write url by SSH, such as git@github.com:you/platform.git`,
    ],
  ];
  return problems.find(([applies]) => applies)?.[1];
}

function isHttps(url) {
  return /^https?:/.test(url);
}

function contents(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BootstrapError(`${file} cannot be read (${error.code})`);
  }
}

/** Refuses what lets Argo CD come up and read nothing. Answers what to say of the Secret. */
export function checkRepository(kubectl, repository, credentials) {
  const { url, secret } = repository;
  if (secret === undefined) return undefined;
  if (isKept(kubectl, secret)) {
    return `Repository: the vault keeps ${secret}${credentials ? ', so the file was not used; change it there' : ''}`;
  }
  if (credentials) return undefined;
  const found = kubectl.found('secret', secret, '--namespace', NAMESPACE);
  const option = isHttps(url) ? '--token' : '--key';
  const how = `run npm run bootstrap -- ${option} FILE; docs/gitops.md tells how to get the file`;
  if (!found) throw new BootstrapError(`${url} is private, and the cluster has no Secret ${secret}; ${how}`);
  const lacks = lacking(found, url);
  if (lacks.length > 0) throw new BootstrapError(`the Secret ${NAMESPACE}/${secret} ${lacks.join(' and ')}; ${how}`);
  return `Repository: the Secret ${secret} is there`;
}

/** What is wrong with a Secret for Argo CD, in words that follow its name. */
function lacking({ metadata, data = {} }, url) {
  const [label, value] = Object.entries(LABELS)[0];
  const wanted = isHttps(url) ? ['username', 'password'] : ['sshPrivateKey'];
  const empty = wanted.filter((key) => !data[key]);
  return [
    ...(metadata.labels?.[label] === value ? [] : [`lacks the label ${label}=${value}`]),
    ...(empty.length > 0 ? [`lacks ${empty.join(' and ')}`] : []),
    ...(text(data.url) === url ? [] : [`is for ${text(data.url) || 'no address'} instead of ${url}`]),
  ];
}

function text(encoded = '') {
  return Buffer.from(encoded, 'base64').toString();
}

/** Whether External Secrets has taken the Secret over; one that is missing all the same has to be brought again. */
function isKept(kubectl, secret) {
  return ['externalsecrets.external-secrets.io', 'secret'].every((kind) =>
    kubectl.succeeds('get', kind, secret, '--namespace', NAMESPACE),
  );
}

/** Puts the credentials where Argo CD looks for them. Where there is a vault, it takes the Secret over later. */
export function bringCredentials(kubectl, { url, secret }, credentials) {
  if (secret === undefined || credentials === undefined || isKept(kubectl, secret)) return;
  kubectl.applyObject(secretFor({ url, secret }, credentials));
}

/** The Secret in the form in which Argo CD looks for it. */
export function secretFor({ url, secret }, credentials) {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: secret, namespace: NAMESPACE, labels: LABELS },
    type: 'Opaque',
    stringData: { type: 'git', url, ...credentials },
  };
}
