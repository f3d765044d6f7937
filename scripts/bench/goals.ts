import { GROWTH_NAME, memoryOf, type Ratios } from './ratios.ts';
import { tableText } from './table.ts';
import { titleOf } from './workloads/services.ts';
import { SITE } from './workloads/site.ts';

const THOUSAND = titleOf(1000);

/** What is to be reached, by the name of the ratio. */
const GOALS: Readonly<Record<string, number>> = {
  [`${THOUSAND}: armstead / helm template, a file for each object`]: 1,
  [`${THOUSAND}, nothing changed: armstead / helm template, a file for each object`]: 0.8,
  [`${THOUSAND}: armstead / template of cdk8s init`]: 1 / 15,
  [GROWTH_NAME]: 1.3,
  [memoryOf(THOUSAND)]: 250,
  [`${SITE}: armstead / template of cdk8s init`]: 0.1,
  [`${SITE}, by the cdk8s command: armstead, npx cdk8s synth / template of cdk8s init`]: 0.5,
};

/** How the goals fare; those that were not measured are left out. */
export function goalsText(ratios: Ratios): string {
  const rows = Object.entries(GOALS).flatMap(([name, goal]) => {
    const value = ratios[name];
    return value === undefined ? [] : [[name, number(goal), number(value), value <= goal ? 'yes' : 'no']];
  });
  return rows.length === 0 ? '' : `### Goals\n\n${tableText(['', 'at most', 'measured', 'met'], rows)}`;
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
