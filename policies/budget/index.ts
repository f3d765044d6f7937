export { budgetOf } from './budget.ts';
export { budgetJson, budgetMarkdown, budgetText } from './report.ts';
