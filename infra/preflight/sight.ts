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

/** Calls the OCI command line and gives back the JSON that it prints. */
export type Call = (...args: readonly string[]) => unknown;

const SERVICES = ['compute', 'vcn', 'container-engine', 'block-storage', 'load-balancer'] as const;

/** Looks at everything that the assessment needs. */
export function look(plan: Plan, { tenancy, compartment }: Account, call: Call): Sight {
  return {
    limits: SERVICES.flatMap((service) => limitsOf(service, tenancy, call)),
    kubernetesVersions: versions(compartment, call),
    capacities: domains(tenancy, call).flatMap((domain) => capacitiesIn(domain, plan, tenancy, call)),
  };
}

function limitsOf(service: string, tenancy: string, call: Call): Limit[] {
  const list = z.object({ data: z.array(z.object({ name: z.string(), value: z.coerce.number() })) });
  const told = call('limits', 'value', 'list', '--compartment-id', tenancy, '--service-name', service, '--all');
  return list.parse(told).data.map((limit) => ({ service, ...limit }));
}

function versions(compartment: string, call: Call): string[] {
  const options = z.object({ data: z.object({ 'kubernetes-versions': z.array(z.string()) }) });
  const told = call('ce', 'cluster-options', 'get', '--cluster-option-id', 'all', '--compartment-id', compartment);
  return options.parse(told).data['kubernetes-versions'];
}

function domains(tenancy: string, call: Call): string[] {
  const list = z.object({ data: z.array(z.object({ name: z.string() })) });
  const told = call('iam', 'availability-domain', 'list', '--compartment-id', tenancy);
  return list.parse(told).data.map(({ name }) => name);
}

function capacitiesIn(availabilityDomain: string, { cloud }: Plan, tenancy: string, call: Call): Capacity[] {
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
    const told = call('compute', 'compute-capacity-report', 'create', ...where, ...shapes);
    const statuses = report.parse(told).data['shape-availabilities'].map((one) => one['availability-status']);
    return { node, availabilityDomain, available: statuses.includes('AVAILABLE') };
  });
}
