import type { KubeObject, Path } from '../../kubernetes/object.ts';
import type { Container, EnvVar } from '../../kubernetes/pod-spec.ts';
import type { Problem } from '../../site/index.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** A user and a password inside an address, unless they come from variables. */
const PASSWORD_IN_ADDRESS = /:\/\/[^\s/:@$]+:[^\s/@$]+@/;

/** Names of variables whose values nobody may read, unless they name a file. */
const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|TOKEN|SECRET|API_?KEY|PRIVATE_KEY)$/i;

/** Secrets come from Secrets: what stands in a ConfigMap or a container is in git. */
export const configurationHoldsNoPasswords: Policy = {
  id: 'configuration-holds-no-passwords',
  title: 'No password, token or private key stands in a ConfigMap, a variable or an argument.',
  why: 'Configuration is in git, in the list of processes and in every view of the cluster; only a Secret is kept from most eyes.',
  check: eachObject((subject, context) =>
    subject.object.kind === 'ConfigMap'
      ? inConfigMap(subject.object)
      : (context.podOf(subject)?.containers ?? []).flatMap(({ container, path }) => inContainer(container, path)),
  ),
};

function inConfigMap({ data }: KubeObject): Problem[] {
  return Object.entries((data as object | undefined) ?? {})
    .filter(([, value]) => PRIVATE_KEY.test(String(value)))
    .map(([key]) => problem(['data', key], '', 'is a private key'));
}

function inContainer({ env = [], args = [], command = [] }: Container, at: Path): Problem[] {
  return [
    ...env.flatMap((variable, index) => inVariable(variable, [...at, 'env', index, 'value'])),
    ...args.flatMap((word, index) => inText(word, [...at, 'args', index])),
    ...command.flatMap((word, index) => inText(word, [...at, 'command', index])),
  ];
}

function inVariable({ name, value }: EnvVar, path: Problem['path']): Problem[] {
  const found = inText(value, path, name);
  if (found.length > 0 || typeof value !== 'string' || value === '' || value.includes('$(')) return found;
  return SECRET_NAME.test(name) ? [problem(path, name, 'is the name of a secret, and its value stands here')] : [];
}

function inText(text: unknown, path: Problem['path'], name = ''): Problem[] {
  if (typeof text !== 'string') return [];
  if (PRIVATE_KEY.test(text)) return [problem(path, name, 'is a private key')];
  return PASSWORD_IN_ADDRESS.test(text) ? [problem(path, name, 'is an address with a password')] : [];
}

/** The value itself is not repeated: reports are kept in logs. */
function problem(path: Problem['path'], found: string, rule: string): Problem {
  return { path, found, rule, fix: 'put it into a Secret that is not in git, and refer to that' };
}
