export type { FullDisk } from './full-disk.ts';
export { OWN_GROUP, type RuleOptions, ruleGroups } from './groups.ts';
export { type Alert, type Recording, type RuleGroup, rulesYaml, type Severity } from './rule.ts';
export { RuleEvaluator, type RuleEvaluatorProps } from './rule-evaluator.ts';
export type { ExpectedParts } from './targets.ts';
