import type { Policy } from '../policy.ts';
import { applicationsStayInTheirProject } from './applications-stay-in-their-project.ts';
import { argoCdManagesTheKind } from './argo-cd-manages-the-kind.ts';
import { configurationIsText } from './configuration-is-text.ts';
import { listsHaveNoTwins } from './lists-have-no-twins.ts';
import { objectsStayInSync } from './objects-stay-in-sync.ts';

/** What Argo CD applies without a refusal, and shows as Synced. */
export const argoCdPolicies: readonly Policy[] = [
  configurationIsText,
  listsHaveNoTwins,
  objectsStayInSync,
  argoCdManagesTheKind,
  applicationsStayInTheirProject,
];
