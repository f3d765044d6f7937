import { accessPolicies } from './access/index.ts';
import { argoCdPolicies } from './argo-cd/index.ts';
import { containerPolicies } from './containers/index.ts';
import { identityPolicies } from './identity/index.ts';
import { networkPolicies } from './network/index.ts';
import { podSecurityPolicies } from './pod-security/index.ts';
import type { Policy } from './policy.ts';
import { referencePolicies } from './references/index.ts';
import { storagePolicies } from './storage/index.ts';
import { workloadPolicies } from './workloads/index.ts';

/** Policies about one thing; those of a topic lie in the folder of its name. */
export interface Topic {
  readonly folder: string;
  readonly title: string;
  readonly policies: readonly Policy[];
}

/** Every policy, by topic, in the order of the documentation. */
export const topics: readonly Topic[] = [
  { folder: 'containers', title: 'What runs, and what it may use', policies: containerPolicies },
  { folder: 'pod-security', title: 'What a pod may do on its node', policies: podSecurityPolicies },
  { folder: 'workloads', title: 'How workloads start, find their pods and are replaced', policies: workloadPolicies },
  { folder: 'network', title: 'How requests come in and find their pods', policies: networkPolicies },
  { folder: 'references', title: 'What objects need from each other and from outside', policies: referencePolicies },
  { folder: 'access', title: 'What pods and people may do at the API server', policies: accessPolicies },
  { folder: 'storage', title: 'Where data lies', policies: storagePolicies },
  { folder: 'identity', title: 'What an object is called and where it belongs', policies: identityPolicies },
  { folder: 'argo-cd', title: 'What Argo CD applies and shows as Synced', policies: argoCdPolicies },
];

/** Every policy. */
export const policies: readonly Policy[] = topics.flatMap((topic) => topic.policies);
