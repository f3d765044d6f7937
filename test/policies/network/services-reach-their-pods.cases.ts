import { servicesReachTheirPods } from '../../../policies/network/services-reach-their-pods.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { anObject, aService, type Fields } from '../support/objects.ts';
import { aContainer, aDeployment, aWorkload } from '../support/workloads.ts';

const EXTERNAL = 'armstead/made-elsewhere';
const FIX =
  'write the labels of its pods, or the annotation armstead/made-elsewhere: pods (or endpoints) if somebody else makes them';

const declared = (entry: string): Fields => ({ annotations: { [EXTERNAL]: entry } });
const ports = (...list: readonly Fields[]): Fields => ({ ports: list });

const refusal = (spec: Fields, finding: Omit<Breaking['findings'][number], 'in'>): Breaking => ({
  objects: [aDeployment(), aService('web', spec)],
  findings: [{ in: 'Service shop/web', ...finding }],
});

export const cases: PolicyCases = {
  policy: servicesReachTheirPods,
  accepts: {
    'ports by number and by name, stated and not': {
      objects: [
        aDeployment(),
        aService('web', ports({ port: 80, targetPort: 8080 }, { port: 81, targetPort: 'http' }, { port: 8080 })),
      ],
    },
    'a port of a sidecar': {
      objects: [
        aDeployment({
          pod: { initContainers: [aContainer({ restartPolicy: 'Always', ports: [{ containerPort: 9090 }] })] },
        }),
        aService('web', ports({ port: 9090 })),
      ],
    },
    'no ports, for names alone': {
      objects: [aWorkload('StatefulSet'), aService('web', { clusterIP: 'None', ports: undefined })],
    },
    'another name for an outside host': {
      objects: [aService('mail', { type: 'ExternalName', selector: undefined, externalName: 'mail.example.org' })],
    },
    'pods of a Helm chart': { objects: [aService('traefik', {}, declared('pods'))] },
    'endpoints that the site itself names': {
      objects: [
        aService('nas', { selector: undefined }),
        anObject('discovery.k8s.io/v1', 'EndpointSlice', 'nas', {
          metadata: { labels: { 'kubernetes.io/service-name': 'nas' } },
        }),
      ],
    },
    'endpoints that somebody else writes': {
      objects: [aService('nas', { selector: undefined }, declared('endpoints'))],
    },
  },
  refuses: {
    'labels that no pod of the namespace carries': {
      objects: [aDeployment({ metadata: { namespace: 'other' } }), aService()],
      findings: [
        {
          in: 'Service shop/web',
          path: 'spec.selector',
          found: 'app.kubernetes.io/name=web',
          rule: 'chooses no pod of this namespace',
          fix: FIX,
        },
      ],
    },
    'no selector': {
      objects: [aService('web', { selector: undefined })],
      findings: [{ in: 'Service shop/web', path: 'spec.selector', found: '', rule: 'is missing', fix: FIX }],
    },
    'a number that no container declares': refusal(ports({ port: 80 }, { port: 81, targetPort: 8080 }), {
      path: 'spec.ports[0].targetPort',
      found: '80/TCP',
      rule: 'is no port of the pods of Deployment shop/web',
      fix: 'write one of http (8080)',
    }),
    'a name that no container declares': refusal(ports({ port: 80, targetPort: 'metrics' }), {
      path: 'spec.ports[0].targetPort',
      found: 'metrics/TCP',
      rule: 'is no port of the pods of Deployment shop/web',
      fix: 'write one of http (8080)',
    }),
    'another protocol': refusal(ports({ port: 53, targetPort: 8080, protocol: 'UDP' }), {
      path: 'spec.ports[0].targetPort',
      found: '8080/UDP',
      rule: 'is no port of the pods of Deployment shop/web',
      fix: 'write one of http (8080)',
    }),
    'a second workload that does not listen': {
      objects: [
        aDeployment(),
        aWorkload('CronJob', {
          name: 'night',
          container: { ports: undefined },
          podMetadata: { labels: { 'app.kubernetes.io/name': 'web' } },
        }),
        aService(),
      ],
      findings: [
        {
          in: 'Service shop/web',
          path: 'spec.ports[0].targetPort',
          found: '8080/TCP',
          rule: 'is no port of the pods of CronJob shop/night',
          fix: 'write one of the ports that its containers declare: they declare none',
        },
      ],
    },
    'a declaration of pods that are made here': {
      objects: [aDeployment(), aService('web', {}, declared('pods'))],
      findings: [
        {
          in: 'Service shop/web',
          path: `metadata.annotations['${EXTERNAL}']`,
          found: 'pods',
          rule: 'are made here, by Deployment shop/web',
          fix: 'remove the annotation',
        },
      ],
    },
  },
};
