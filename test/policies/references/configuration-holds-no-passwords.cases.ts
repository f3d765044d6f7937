import { configurationHoldsNoPasswords } from '../../../policies/references/configuration-holds-no-passwords.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, type Fields } from '../support/objects.ts';
import { aContainer, aDeployment } from '../support/workloads.ts';

const FIX = 'put it into a Secret that is not in git, and refer to that';

/** Put together here, so that no scanner of secrets takes this file for a leak. */
const PRIVATE_KEY = ['-----BEGIN EC', 'PRIVATE KEY-----\nMHc...'].join(' ');

const env = (...variables: readonly Fields[]) => ({ container: { env: variables } });

export const cases: PolicyCases = {
  policy: configurationHoldsNoPasswords,
  accepts: {
    'secrets by reference': {
      objects: [
        aDeployment(
          env(
            { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
            { name: 'DB_PASSWORD_FILE', value: '/run/secrets/db' },
            { name: 'DB_URL', value: 'postgres://$(DB_USER):$(DB_PASSWORD)@db:5432/shop' },
            { name: 'EXPECTED_TOKEN', value: '$(DB_PASSWORD)' },
            { name: 'API_TOKEN', value: '' },
          ),
        ),
      ],
    },
    'addresses without a password': {
      objects: [
        aDeployment({ container: { args: ['--remote=https://ops@example.org/a:b', 'http://web:8080/@scope/x'] } }),
        aConfigMap('web', { 'ca.crt': '-----BEGIN CERTIFICATE-----' }),
      ],
    },
  },
  refuses: {
    'a private key in a ConfigMap': {
      objects: [aConfigMap('web', { 'tls.crt': '', 'tls.key': PRIVATE_KEY })],
      findings: [{ in: 'ConfigMap shop/web', path: "data['tls.key']", found: '', rule: 'is a private key', fix: FIX }],
    },
  },
  refusesPods: {
    'a variable that is a secret by its name': {
      change: env({ name: 'GF_SECURITY_ADMIN_PASSWORD', value: 'hunter2' }),
      findings: [
        {
          path: 'spec.containers[0].env[0].value',
          found: 'GF_SECURITY_ADMIN_PASSWORD',
          rule: 'is the name of a secret, and its value stands here',
          fix: FIX,
        },
      ],
    },
    'a password in an address, wherever it stands': {
      change: {
        pod: {
          initContainers: [
            aContainer({
              env: [{ name: 'DATABASE', value: 'postgres://shop:hunter2@db/shop' }],
              args: ['--verbose', '--push=https://ops:hunter2@metrics.example.org'],
              command: ['run', 'amqp://a:b@mq'],
            }),
          ],
        },
      },
      findings: [
        {
          path: 'spec.initContainers[0].env[0].value',
          found: 'DATABASE',
          rule: 'is an address with a password',
          fix: FIX,
        },
        { path: 'spec.initContainers[0].args[1]', found: '', rule: 'is an address with a password', fix: FIX },
        { path: 'spec.initContainers[0].command[1]', found: '', rule: 'is an address with a password', fix: FIX },
      ],
    },
    'a private key in an argument': {
      change: { container: { args: [PRIVATE_KEY] } },
      findings: [{ path: 'spec.containers[0].args[0]', found: '', rule: 'is a private key', fix: FIX }],
    },
  },
};
