import type { Problem } from '../../site/index.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs?: readonly string[];
}

interface RoleFields {
  readonly rules?: readonly Rule[];
}

const RBAC = 'rbac.authorization.k8s.io';

/** Verbs by which an account gives itself what it does not have. */
const ESCALATING = new Set(['escalate', 'bind', 'impersonate']);

/** Resources through which one runs commands in the pods of others or takes their tokens. */
const POWERFUL = new Set(['nodes/proxy', 'pods/exec', 'pods/attach', 'serviceaccounts/token']);

const READS = new Set(['get', 'list', 'watch']);

/** A role is a list of what somebody does. */
export const rolesAreNarrow: Policy = {
  id: 'roles-are-narrow',
  title: 'No role has a wildcard, or a right by which its holder gets every other one.',
  why: 'A wildcard also means whatever is installed next year; the rights to read all secrets or to run commands in pods mean all rights.',
  check: eachOf<RoleFields>([`Role.${RBAC}`, `ClusterRole.${RBAC}`], ({ kind, rules = [] }) =>
    rules.flatMap((rule, index) => [...ruleProblems(rule, ['rules', index], kind === 'ClusterRole')]),
  ),
};

function* ruleProblems(rule: Rule, at: Problem['path'], everywhere: boolean): Iterable<Problem> {
  const { verbs = [], resources = [], resourceNames = [] } = rule;
  if (verbs.includes('*')) yield problem([...at, 'verbs'], '*', 'is every verb', 'write those that are used');
  if (resources.includes('*'))
    yield problem([...at, 'resources'], '*', 'is every resource', 'write those that are used');
  for (const verb of verbs.filter((one) => ESCALATING.has(one))) {
    yield problem([...at, 'verbs'], verb, 'lets its holder take rights that it does not have', 'remove it');
  }
  for (const resource of resources.filter((one) => POWERFUL.has(one))) {
    yield problem([...at, 'resources'], resource, 'gives its holder the rights of other pods', 'remove it');
  }
  if (
    everywhere &&
    resources.includes('secrets') &&
    resourceNames.length === 0 &&
    verbs.some((verb) => READS.has(verb))
  ) {
    const fix = 'write a Role in one namespace, or the resourceNames that are read';
    yield problem([...at, 'resources'], 'secrets', 'lets its holder read every secret of the cluster', fix);
  }
}

function problem(path: Problem['path'], found: string, rule: string, fix: string): Problem {
  return { path, found, rule, fix };
}
