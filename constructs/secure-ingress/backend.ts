import { IngressBackend, type Service } from 'cdk8s-plus-27';
import type { Backend } from './secure-ingress-props.ts';

/** Name of the Service that answers. */
export function nameOfService({ service }: Backend): string {
  return typeof service === 'string' ? service : service.name;
}

/** Names of the Services among some backends that a Helm chart makes. */
export function madeByCharts(backends: readonly Backend[]): string[] {
  return backends.flatMap(({ service }) => (typeof service === 'string' ? [service] : []));
}

/** A backend as cdk8s-plus takes it. Of a Service it reads the name and the ports, which is all that a chart's has here. */
export function ingressBackend({ service, port }: Backend): IngressBackend {
  const named = typeof service === 'string' ? ({ name: service, ports: [{ port }] } as unknown as Service) : service;
  return IngressBackend.fromService(named, { port });
}
