import type { Policy } from '../policy.ts';
import { podsFitTheNodes } from './pods-fit-the-nodes.ts';

export { type Budget, budgetOf, type Part } from './budget.ts';
export { budgetJson, budgetMarkdown, budgetText } from './report.ts';

/** What a site may ask for. */
export const budgetPolicies: readonly Policy[] = [podsFitTheNodes];
