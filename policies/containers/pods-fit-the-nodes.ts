import { partsOf } from '../budget/budget.ts';
import { type Load, loadsOf, SYSTEM_PART } from '../budget/loads.ts';
import { verdictOf } from '../budget/verdict.ts';
import type { PolicyContext } from '../context/context.ts';
import type { Policy } from '../policy.ts';

/** Every pod finds a node, in some order at least. */
export const podsFitTheNodes: Policy = {
  id: 'pods-fit-the-nodes',
  title: 'Every pod finds a node that has what it requests.',
  why: 'A pod that no node has room for waits for ever, and which one it is, chance decides.',
  absolute: 'what is not there cannot be excepted',
  check: (context) => {
    const loads = context.fact(loadsOf);
    const { word, reason } = context.fact(verdictOf);
    if (word !== 'does not fit') return [];
    return [
      {
        path: ['cloud', 'nodes'],
        found: '',
        rule: `${reason}:${sumText(loads, context)}`,
        fix: 'run less, or write larger nodes',
      },
    ];
  },
};

/** What requests what, a line for each folder of `dist/` and each Helm chart. */
function sumText(loads: readonly Load[], { plan }: PolicyContext): string {
  const rows = partsOf(loads, plan).map(({ name, amounts: { millicores, memoryMebibytes } }) => ({
    name: name === SYSTEM_PART ? "OKE's own pods" : name,
    cpu: `${Math.ceil(millicores)}m`,
    memory: `${Math.ceil(memoryMebibytes)}Mi`,
  }));
  const widest = (column: 'cpu' | 'memory') => Math.max(...rows.map((row) => row[column].length));
  const [cpuWidth, memoryWidth] = [widest('cpu'), widest('memory')];
  return rows
    .map(({ name, cpu, memory }) => `\n  ${cpu.padStart(cpuWidth)}  ${memory.padStart(memoryWidth)}  ${name}`)
    .join('');
}
