export { type Budget, budgetOf, type Part } from './budget.ts';
export { budgetJson, budgetMarkdown, budgetText } from './report.ts';
