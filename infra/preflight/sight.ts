import { z } from 'zod';
import type { Plan } from '../../site/plan/index.ts';
import type { Account } from '../plan/cloud-plan.ts';

/** A limit of the account; those of availability domains come once for each. */
export interface Limit {
  readonly service: string;
  readonly name: string;
  readonly value: number;
}

/** Whether a machine like a node would find a place in an availability domain at this moment. */
export interface Capacity {
  /** Key of the node. */
  readonly node: string;
  readonly availabilityDomain: string;
  readonly available: boolean;
}

/** What can be seen of the account and the region. */
export interface Sight {
  readonly limits: readonly Limit[];
  readonly kubernetesVersions: readonly string[];
  readonly capacities: readonly Capacity[];
}

/** Asks the OCI command line and answers the JSON that it prints. */
export type Ask = (...args: readonly string[]) => unknown;

const SERVICES = ['compute', 'vcn', 'container-engine', 'block-storage', 'load-balancer'] as const;

/** Looks at everything that the assessment needs. */
export function look(plan: Plan, { tenancy, compartment }: Account, ask: Ask): Sight {
  return {
    limits: SERVICES.flatMap((service) => limitsOf(service, tenancy, ask)),
    kubernetesVersions: versions(compartment, ask),
    capacities: domains(tenancy, ask).flatMap((domain) => capacitiesIn(domain, plan, tenancy, ask)),
  };
}

function limitsOf(service: string, tenancy: string, ask: Ask): Limit[] {
  const list = z.object({ data: z.array(z.object({ name: z.string(), value: z.coerce.number() })) });
  const told = ask('limits', 'value', 'list', '--compartment-id', tenancy, '--service-name', service, '--all');
  return list.parse(told).data.map((limit) => ({ service, ...limit }));
}

function versions(compartment: string, ask: Ask): string[] {
  const options = z.object({ data: z.object({ 'kubernetes-versions': z.array(z.string()) }) });
  const told = ask('ce', 'cluster-options', 'get', '--cluster-option-id', 'all', '--compartment-id', compartment);
  return options.parse(told).data['kubernetes-versions'];
}

function domains(tenancy: string, ask: Ask): string[] {
  const list = z.object({ data: z.array(z.object({ name: z.string() })) });
  const told = ask('iam', 'availability-domain', 'list', '--compartment-id', tenancy);
  return list.parse(told).data.map(({ name }) => name);
}

function capacitiesIn(availabilityDomain: string, { cloud }: Plan, tenancy: string, ask: Ask): Capacity[] {
  const report = z.object({
    data: z.object({ 'shape-availabilities': z.array(z.object({ 'availability-status': z.string() })) }),
  });
  return Object.entries(cloud.nodes).map(([node, { ocpus, memoryGb }]) => {
    const shape = {
      instanceShape: 'VM.Standard.A1.Flex',
      instanceShapeConfig: { ocpus, memoryInGBs: memoryGb },
    };
    const where = ['--compartment-id', tenancy, '--availability-domain', availabilityDomain];
    const shapes = ['--shape-availabilities', JSON.stringify([shape])];
    const told = ask('compute', 'compute-capacity-report', 'create', ...where, ...shapes);
    const statuses = report.parse(told).data['shape-availabilities'].map((one) => one['availability-status']);
    return { node, availabilityDomain, available: statuses.includes('AVAILABLE') };
  });
}
