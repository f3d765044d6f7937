import { imagesAreExact } from '../../../policies/containers/images-are-exact.ts';
import type { BreakingPod, PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const REGISTRY = 'registry.example.org';

export const cases: PolicyCases = {
  policy: imagesAreExact,
  accepts: {
    'a version with its registry': { objects: [ofImage(`${REGISTRY}/shop/web:1.4.2`)] },
    'a version with a leading v': { objects: [ofImage(`${REGISTRY}/shop/web:v1.150.0`)] },
    'a version with a variant': { objects: [ofImage(`${REGISTRY}/redis:8.2.3-alpine`)] },
    'a registry with a port': { objects: [ofImage('localhost:5000/web:1.4.2')] },
    'a date': { objects: [ofImage(`${REGISTRY}/web:RELEASE.2026-09-07T16-13-09Z`)] },
    'a commit': { objects: [ofImage(`${REGISTRY}/web:sha-3eb525464a32a3415c4d3c0db9dd6bfd9bcc3420`)] },
    'a commit behind the name of its branch': { objects: [ofImage(`${REGISTRY}/web:main-3eb5254`)] },
    'a day with a run': { objects: [ofImage(`${REGISTRY}/web:20261128.1`)] },
    'a digest instead of a version': { objects: [ofImage(`${REGISTRY}/web@${DIGEST}`)] },
    'a digest beside a tag that moves': { objects: [ofImage(`${REGISTRY}/web:latest@${DIGEST}`)] },
  },
  refuses: {},
  refusesPods: {
    'a container without an image': refusal(
      undefined,
      '',
      'is no image',
      `write one such as ${REGISTRY}/shop/web:1.4.2`,
    ),
    'a short name': refusal(
      'grafana/grafana:13.2.0',
      'grafana/grafana:13.2.0',
      'names no registry',
      'write the registry before it, such as registry.example.org/grafana/grafana:13.2.0',
    ),
    'a name without a version': refusal(
      'localhost:5000/web',
      'localhost:5000/web',
      'names no version',
      'write one, such as localhost:5000/web:1.4.2',
    ),
    'the tag latest': floating('latest'),
    'a version that moves with each patch': floating('13.2'),
    'a version that says latest too': floating('1.4.2-latest'),
    'a digest that was cut off': refusal(
      `${REGISTRY}/web@sha256:0123`,
      `${REGISTRY}/web@sha256:0123`,
      'has a digest that is not sha256 and 64 hexadecimal digits',
      'copy the digest from the registry',
    ),
    'a short name without a version, for both': {
      change: { container: { image: 'web' } },
      findings: [
        {
          path: 'spec.containers[0].image',
          found: 'web',
          rule: 'names no registry',
          fix: 'write the registry before it, such as registry.example.org/web',
        },
        {
          path: 'spec.containers[0].image',
          found: 'web',
          rule: 'names no version',
          fix: 'write one, such as web:1.4.2',
        },
      ],
    },
    'an init container with a short name': {
      change: { pod: { initContainers: [{ name: 'prepare', image: 'busybox:1.37.0' }] } },
      findings: [
        {
          path: 'spec.initContainers[0].image',
          found: 'busybox:1.37.0',
          rule: 'names no registry',
          fix: 'write the registry before it, such as registry.example.org/busybox:1.37.0',
        },
      ],
    },
  },
};

function ofImage(image: string) {
  return aDeployment({ container: { image } });
}

function refusal(image: string | undefined, found: string, rule: string, fix: string): BreakingPod {
  return { change: { container: { image } }, findings: [{ path: 'spec.containers[0].image', found, rule, fix }] };
}

function floating(tag: string): BreakingPod {
  const image = `${REGISTRY}/shop/web:${tag}`;
  return refusal(
    image,
    image,
    'has a tag that may move to another image',
    `write all three numbers, such as ${REGISTRY}/shop/web:1.4.2, or add the digest: ${image}@sha256:...`,
  );
}
