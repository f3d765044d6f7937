import { INGRESS, type IngressFields, type IngressTls } from '../../kubernetes/ingresses.ts';
import type { Problem } from '../../site/index.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Nobody is served in plain text, and no Ingress answers for hosts that it does not name. */
export const ingressHostsHaveTls: Policy = {
  id: 'ingress-hosts-have-tls',
  title: 'Every rule of an Ingress names its host, and every host has a TLS secret in the same Ingress.',
  why: 'Without it passwords and cookies cross the internet in plain text, or under a certificate that browsers refuse.',
  check: eachOf<IngressFields>([INGRESS], function* ({ spec = {} }) {
    const secured = spec.tls ?? [];
    if (spec.defaultBackend) yield anyHost(['spec', 'defaultBackend'], 'serves every host that nobody else serves');
    for (const [index, { host }] of (spec.rules ?? []).entries()) {
      const path = ['spec', 'rules', index, 'host'];
      if (!host) yield anyHost(path, 'is missing, so that the rule serves every host');
      else if (!secured.some((tls) => covers(tls, host))) {
        yield {
          path,
          found: host,
          rule: 'has no TLS secret',
          fix: `write it into spec.tls: { hosts: [${host}], secretName }`,
        };
      }
    }
    for (const [index, tls] of secured.entries()) yield* incomplete(tls, index);
  }),
};

function* incomplete({ hosts = [], secretName }: IngressTls, index: number): Iterable<Problem> {
  const path = ['spec', 'tls', index];
  if (hosts.length === 0)
    yield { path: [...path, 'hosts'], found: '', rule: 'is missing', fix: 'write the hosts of the rules' };
  if (!secretName) {
    const fix = 'write the name of the secret that cert-manager is to fill';
    yield { path: [...path, 'secretName'], found: '', rule: 'is missing', fix };
  }
}

function anyHost(path: Problem['path'], rule: string): Problem {
  return { path, found: '', rule, fix: 'write a rule with a host' };
}

/** A wildcard stands for exactly one label. */
function covers({ hosts = [] }: IngressTls, host: string): boolean {
  return hosts.includes(host) || hosts.includes(`*${host.slice(host.indexOf('.'))}`);
}
