import { INGRESS, type IngressFields, pathsOf } from '../../kubernetes/ingresses.ts';
import type { ServiceFields } from '../../kubernetes/services.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Whatever the edge lets in has somewhere to go; that the Service itself exists is the affair of `references-resolve`. */
export const ingressPortsExist: Policy = {
  id: 'ingress-ports-exist',
  title: 'Every path of an Ingress leads to a port that its Service has.',
  why: 'The API server accepts an Ingress that leads nowhere, and its visitors get an error 503.',
  check: eachOf<IngressFields>([INGRESS], (ingress, context) =>
    pathsOf(ingress).flatMap(({ route, at }) => {
      const { name = '', port = {} } = route.backend?.service ?? {};
      const service = context.named('Service', ingress.metadata.namespace, name);
      if (!service) return [];
      const ports = (service.object as ServiceFields).spec?.ports ?? [];
      const exists = ports.some((known) =>
        port.name === undefined ? known.port === port.number : known.name === port.name,
      );
      if (exists) return [];
      return [
        {
          path: [...at, 'backend', 'service', 'port'],
          found: `${port.name ?? port.number ?? ''}`,
          rule: `is no port of the Service ${name}`,
          fix: `write one of ${ports.map((known) => known.name ?? known.port).join(', ')}`,
        },
      ];
    }),
  ),
};
