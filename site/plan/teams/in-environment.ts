import { valueAt } from '../../issues.ts';
import { own } from '../../own.ts';
import type { Path } from '../../problem.ts';
import { PROCESS_KINDS } from '../../team/processes.ts';
import type { StatedService } from '../../team/service.ts';

type Differing = NonNullable<StatedService['in']>[string];

/** A service with what differs in one environment: what it states, and nothing that follows from it. */
export type ServiceThere = Omit<StatedService, 'in'>;

/** Groups of names of which an environment states only those that differ. */
const BY_NAME = ['env', 'scratch', 'timeouts'] as const;

/** What a service states for an environment. */
export function inEnvironment({ in: differing = {}, ...stated }: StatedService, environment: string): ServiceThere {
  const there = own(differing, environment);
  if (!there) return stated;
  const groups = BY_NAME.map((field) => [field, { ...stated[field], ...there[field] }] as const);
  const processes = PROCESS_KINDS.map((field) => [field, processesThere(stated[field], there[field])] as const);
  const merged = Object.fromEntries([...groups, ...processes].filter(([field]) => stated[field] ?? there[field]));
  return { ...withoutGuard(stated, there), ...there, ...merged } as ServiceThere;
}

/** Another guard has nothing of the one that it takes the place of: neither its passwords nor who may pass it. */
function withoutGuard(stated: ServiceThere, { guard }: Differing): ServiceThere {
  if (guard === undefined || guard === stated.guard) return stated;
  const { passwords: _, allow: __, ...kept } = stated;
  return kept;
}

function processesThere(stated: object = {}, there: object = {}): object {
  const differing: Readonly<Record<string, object>> = { ...there };
  return Object.fromEntries(
    Object.entries(stated).map(([name, process]) => [name, { ...process, ...own(differing, name) }]),
  );
}

/** A field that an environment may state, and what lies in it. */
export type FieldThere = readonly [field: keyof Differing, ...inside: (string | number)[]];

/** Where a field stands that counts in an environment: in `in`, or else in the service itself. */
export function fieldThere(
  { in: differing = {} }: StatedService,
  environment: string,
  ...[field, ...inside]: FieldThere
): Path {
  const isOwn = valueAt(own(differing, environment), [field, ...inside]) !== undefined;
  return [...(isOwn ? ['in', environment] : []), field, ...inside];
}
