import { labelsAndAnnotationsAreValid } from '../../../policies/identity/labels-and-annotations-are-valid.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { anObject, type Fields } from '../support/objects.ts';
import { aDeployment, aWorkload } from '../support/workloads.ts';

const FORM = 'write letters, digits, and -, _ and . between them';
const long = (length: number) => 'a'.repeat(length);

const having = (metadata: Fields) => anObject('v1', 'ConfigMap', 'web', { metadata });

const refusal = (metadata: Fields, path: string, found: string, rule: string, fix: string): Breaking => ({
  objects: [having(metadata)],
  findings: [{ in: 'ConfigMap shop/web', path: `metadata.${path}`, found, rule, fix }],
});

export const cases: PolicyCases = {
  policy: labelsAndAnnotationsAreValid,
  accepts: {
    'keys with and without a domain, values long and empty': {
      objects: [
        having({
          labels: { app: '', 'app.kubernetes.io/name': long(63), [`example.org/${long(63)}`]: 'a_b.c-d' },
          annotations: { 'armstead/data': 'any text: even / this', 'Example.org/UPPER': long(1000) },
        }),
      ],
    },
    'as much as Kubernetes keeps': {
      objects: [having({ annotations: { a: long(256 * 1024 - 1) } }), having({ labels: { [`${long(253)}/a`]: '' } })],
    },
  },
  refuses: {
    'a value of a label that is a sentence': refusal(
      { labels: { team: 'shop team' } },
      'labels.team',
      'shop team',
      'is not the value of a label',
      FORM,
    ),
    'a value of a label that is too long': refusal(
      { labels: { team: long(64) } },
      'labels.team',
      `${long(57)}...`,
      'has 64 characters',
      'write at most 63',
    ),
    'a key with a space': refusal(
      { annotations: { 'my key': 'a' } },
      "annotations['my key']",
      'my key',
      'is not the name of a label or an annotation',
      FORM,
    ),
    'a key that is too long after its domain': refusal(
      { annotations: { [`example.org/${long(64)}`]: 'a' } },
      `annotations['example.org/${long(64)}']`,
      `${long(57)}...`,
      'has 64 characters',
      'write at most 63',
    ),
    'a domain that is none': refusal(
      { annotations: { 'example_org/a': 'a' } },
      "annotations['example_org/a']",
      'example_org',
      'is not a DNS name',
      'write a domain before the slash, or none',
    ),
    'a slash without a domain': refusal(
      { labels: { '/a': 'a' } },
      "labels['/a']",
      '',
      'is not a DNS name',
      'write a domain before the slash, or none',
    ),
    'a domain that is too long': refusal(
      { labels: { [`${long(254)}/a`]: 'a' } },
      `labels['${long(254)}/a']`,
      long(254),
      'is not a DNS name',
      'write a domain before the slash, or none',
    ),
    'a boolean annotation, which stops a whole Application': refusal(
      { annotations: { enabled: true } },
      'annotations.enabled',
      'true',
      'is not text',
      "write 'true'",
    ),
    'a number as the value of a label': refusal(
      { labels: { tier: 1 } },
      'labels.tier',
      '1',
      'is not text',
      "write '1'",
    ),
    'annotations that are too much together': refusal(
      { annotations: { one: long(200_000), two: long(70_000) } },
      'annotations',
      '270006 bytes',
      'is more than Kubernetes keeps',
      'write at most 262144',
    ),
    'a label of a pod that nobody makes, once': {
      objects: [aWorkload('Pod', { metadata: { labels: { team: 'shop/team' } } })],
      findings: [
        {
          in: 'Pod shop/web',
          path: 'metadata.labels.team',
          found: 'shop/team',
          rule: 'is not the value of a label',
          fix: FORM,
        },
      ],
    },
    'a label of the pods of a workload': {
      objects: [aDeployment({ podMetadata: { labels: { team: 'shop/team' } } })],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.template.metadata.labels.team',
          found: 'shop/team',
          rule: 'is not the value of a label',
          fix: FORM,
        },
      ],
    },
  },
};
