import { describe, expect, test } from 'vitest';
import { planSite } from '../../site/plan/index.ts';
import { aSite, manifestsOfPlan, manifestsOfSite } from '../support/site.ts';
import { company, released } from './support/company.ts';

const gates = manifestsOfPlan(planSite(company, undefined, released)).filter(({ object }) =>
  object.kind.startsWith('ValidatingAdmissionPolicy'),
);

function named(kind: string, name: string) {
  const found = gates.find(({ object }) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found.object;
}

describe('Jobs that people create in namespaces of teams', () => {
  test('are judged in the folder of what lies in no namespace', () => {
    expect(new Set(gates.map(({ folder }) => folder))).toEqual(new Set(['cluster']));
    expect(new Set(gates.map(({ object }) => object.metadata.namespace))).toEqual(new Set([undefined]));
  });

  test('are compared with the task that they name, and refused where the namespace has none of that name', () => {
    const binding = named('ValidatingAdmissionPolicyBinding', 'people-start-tasks-as-declared.storefront--console');
    expect(binding.spec).toEqual({
      policyName: 'people-start-tasks-as-declared',
      validationActions: ['Deny'],
      paramRef: { name: 'storefront--console', parameterNotFoundAction: 'Deny' },
      matchResources: {
        namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] },
        objectSelector: {
          matchExpressions: [{ key: 'armstead/task', operator: 'In', values: ['storefront--console'] }],
        },
      },
    });
  });

  test('are refused where they name no task, and every task that can be named is compared', () => {
    const { spec } = named('ValidatingAdmissionPolicyBinding', 'people-start-declared-tasks') as {
      spec?: { matchResources: { objectSelector: { matchExpressions: [{ operator: string; values: string[] }] } } };
    };
    const [others] = spec?.matchResources.objectSelector.matchExpressions ?? [];
    const compared = gates
      .map(({ object }) => object.metadata.name)
      .filter((name) => name.startsWith('people-start-tasks-as-declared.'));
    expect(others?.operator).toBe('NotIn');
    expect(others?.values.map((task) => `people-start-tasks-as-declared.${task}`)).toEqual(compared.sort());
  });

  test('are compared before a task can be named, and until it no longer can', () => {
    const { annotations } = named(
      'ValidatingAdmissionPolicyBinding',
      'people-start-tasks-as-declared.storefront--console',
    ).metadata;
    expect(annotations).toEqual({
      'argocd.argoproj.io/sync-wave': '-1',
      'argocd.argoproj.io/sync-options': 'PruneLast=true',
    });
  });

  test.each(['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'])(
    'keep a %s when the last task goes, without which the API server stops to look at CronJobs',
    (kind) => {
      expect(named(kind, 'people-start-tasks-as-declared').metadata.annotations).toEqual({
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      });
    },
  );
});

test('a site without teams has no such policy', () => {
  const kinds = manifestsOfSite(aSite()).map(({ object }) => object.kind);
  expect(kinds.filter((kind) => kind.startsWith('ValidatingAdmissionPolicy'))).toEqual([]);
});
