import type { Amounts } from './amounts.ts';
import type { Budget } from './budget.ts';
import { SYSTEM_PART } from './system.ts';

interface Row {
  readonly name: string;
  readonly cpu: string;
  readonly memory: string;
}

/** The budget for the end of a synth: what asks for what, and what is left. */
export function budgetText(budget: Budget): string {
  const rows = [{ name: 'asked for', cpu: 'CPU', memory: 'memory' }, ...rowsOf(budget)];
  const widths = [
    Math.max(...rows.map(({ name }) => name.length)),
    Math.max(...rows.map(({ cpu }) => cpu.length)),
    Math.max(...rows.map(({ memory }) => memory.length)),
  ] as const;
  const lines = rows.map(
    ({ name, cpu, memory }) => `  ${name.padEnd(widths[0])}  ${cpu.padStart(widths[1])}  ${memory.padStart(widths[2])}`,
  );
  return `budget: ${verdictText(budget)}\n\n${lines.join('\n')}\n`;
}

/** The same as Markdown, so that a pull request shows what it costs. */
export function budgetMarkdown(budget: Budget): string {
  const rows = rowsOf(budget).map(({ name, cpu, memory }) => `| ${name} | ${cpu} | ${memory} |`);
  return [
    '# Budget',
    '',
    `Written by the synth. What the pods of this site ask of its nodes: it ${verdictText(budget)}.`,
    '',
    '| asked for | CPU | memory |',
    '| --- | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}

/** The same for machines. */
export function budgetJson(budget: Budget): string {
  return `${JSON.stringify(budget, null, 2)}\n`;
}

function verdictText({ verdict: { word, reason } }: Budget): string {
  return reason === '' ? word : `${word} (${reason})`;
}

function rowsOf({ parts, platform, platformLimit, left, all }: Budget): Row[] {
  const system = parts.filter(({ name }) => name === SYSTEM_PART);
  const own = parts.filter(({ name }) => name !== SYSTEM_PART);
  return [
    ...own.map(({ name, amounts }) => row(name, amounts)),
    row(`the platform, of at most ${amountsText(platformLimit)}`, platform),
    ...system.map(({ amounts }) => row("OKE's own pods", amounts)),
    row(`left for you, of ${amountsText(all)}`, left),
  ];
}

function row(name: string, { millicores, memoryMebibytes }: Amounts): Row {
  return { name, cpu: `${Math.ceil(millicores)}m`, memory: `${Math.ceil(memoryMebibytes)}Mi` };
}

function amountsText({ millicores, memoryMebibytes }: Amounts): string {
  return `${Math.floor(millicores)}m and ${Math.floor(memoryMebibytes)}Mi`;
}
