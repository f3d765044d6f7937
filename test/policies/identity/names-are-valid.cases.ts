import { namesAreValid } from '../../../policies/identity/names-are-valid.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aConfigMap, aNamespace, anObject, aService } from '../support/objects.ts';
import { aContainer, aDeployment, aWorkload } from '../support/workloads.ts';

const DNS_NAME = 'a DNS name (labels with dots between them)';
const DNS_LABEL = 'a DNS label (lower-case letters, digits and inner hyphens)';
const PORT = 'the name of a port (lower-case letters, digits and inner hyphens, a letter among them)';

const long = (length: number) => 'a'.repeat(length);

/** As a report shows it. */
const cut = (length: number) => (length > 60 ? `${long(57)}...` : long(length));

const form = (object: Breaking['objects'][number], name: string, found: string, wanted: string): Breaking => ({
  objects: [object],
  findings: [{ in: name, path: 'metadata.name', found, rule: `is not ${wanted}`, fix: `write ${wanted}` }],
});

const tooLong = (object: Breaking['objects'][number], name: string, length: number, most: number): Breaking => ({
  objects: [object],
  findings: [
    {
      in: name,
      path: 'metadata.name',
      found: cut(length),
      rule: `has ${length} characters`,
      fix: `write at most ${most}`,
    },
  ],
});

export const cases: PolicyCases = {
  policy: namesAreValid,
  accepts: {
    'names of the greatest length': {
      objects: [
        anObject('v1', 'ConfigMap', [63, 63, 63, 61].map(long).join('.')),
        aNamespace(long(63)),
        aService(long(63)),
        aWorkload('StatefulSet', { name: long(52) }),
        aWorkload('CronJob', { name: long(52) }),
        aWorkload('Job', { name: long(63) }),
      ],
    },
    'dots where they are allowed': { objects: [aConfigMap('kube-root-ca.crt', { 'a_b-C.d': '' })] },
    'colons in names of roles': {
      objects: [anObject('rbac.authorization.k8s.io/v1', 'ClusterRole', 'armstead:metrics')],
    },
    'ports by number': { objects: [aDeployment({ container: { ports: [{ containerPort: 80 }] } })] },
  },
  refuses: {
    'a name that is no DNS name': form(aConfigMap('Web_1'), 'ConfigMap shop/Web_1', 'Web_1', DNS_NAME),
    'a dot in a namespace': form(aNamespace('a.b'), 'Namespace a.b', 'a.b', DNS_LABEL),
    'a digit before the name of a Service': form(
      aService('1st'),
      'Service shop/1st',
      '1st',
      'a DNS label that begins with a letter',
    ),
    'a slash in a role': form(
      anObject('rbac.authorization.k8s.io/v1', 'Role', 'a/b'),
      'Role shop/a/b',
      'a/b',
      'part of a path (no / and no %)',
    ),
    'no name at all': {
      objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'shop' } as never }],
      findings: [
        {
          in: 'ConfigMap shop/undefined',
          path: 'metadata.name',
          found: '',
          rule: 'is missing',
          fix: `write ${DNS_NAME}`,
        },
      ],
    },
    'a Service that is too long for DNS': tooLong(aService(long(64)), `Service shop/${long(64)}`, 64, 63),
    'a StatefulSet whose revisions would be too long': tooLong(
      aWorkload('StatefulSet', { name: long(53) }),
      `StatefulSet shop/${long(53)}`,
      53,
      52,
    ),
    'a CronJob whose Jobs would be too long': tooLong(
      aWorkload('CronJob', { name: long(53) }),
      `CronJob shop/${long(53)}`,
      53,
      52,
    ),
    'a port of a Service': {
      objects: [aService('web', { ports: [{ name: 'http.web', port: 80 }] })],
      findings: [
        {
          in: 'Service shop/web',
          path: 'spec.ports[0].name',
          found: 'http.web',
          rule: `is not ${DNS_LABEL}`,
          fix: `write ${DNS_LABEL}`,
        },
      ],
    },
    'a key with a slash': {
      objects: [aConfigMap('web', { 'conf.d/a.conf': '' })],
      findings: [
        {
          in: 'ConfigMap shop/web',
          path: "data['conf.d/a.conf']",
          found: 'conf.d/a.conf',
          rule: 'is not a key (letters, digits, -, _ and .)',
          fix: 'write a key (letters, digits, -, _ and .)',
        },
      ],
    },
  },
  refusesPods: {
    'names inside a pod': {
      change: {
        pod: {
          initContainers: [aContainer({ name: 'Prepare', ports: [{ name: 'metrics-and-more', containerPort: 1 }] })],
          volumes: [{ name: 'my_data', emptyDir: {} }],
        },
      },
      findings: [
        {
          path: 'spec.initContainers[0].name',
          found: 'Prepare',
          rule: `is not ${DNS_LABEL}`,
          fix: `write ${DNS_LABEL}`,
        },
        {
          path: 'spec.initContainers[0].ports[0].name',
          found: 'metrics-and-more',
          rule: 'has 16 characters',
          fix: 'write at most 15',
        },
        { path: 'spec.volumes[0].name', found: 'my_data', rule: `is not ${DNS_LABEL}`, fix: `write ${DNS_LABEL}` },
      ],
    },
    'a port without a letter': {
      change: { container: { ports: [{ name: '8080-1', containerPort: 8080 }] } },
      findings: [
        { path: 'spec.containers[0].ports[0].name', found: '8080-1', rule: `is not ${PORT}`, fix: `write ${PORT}` },
      ],
    },
  },
};
