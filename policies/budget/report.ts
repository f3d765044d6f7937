import { ALWAYS_FREE, COUNTED, type Counted, grantText, ownerName, PLATFORM, total } from '../../site/plan/index.ts';
import type { Amounts } from './amounts.ts';
import type { Budget } from './budget.ts';
import { SYSTEM_PART } from './loads.ts';

/** A table: the head, then a row for each thing. */
type Table = readonly (readonly [name: string, one: string, other: string])[];

/** The budget for the end of a synth: what requests what, and what is left. */
export function budgetText(budget: Budget): string {
  return `budget: ${verdictText(budget)}\n\n${plain(nodesTable(budget))}\n\n${plain(accountTable(budget))}\n`;
}

/** The same as Markdown, so that a pull request shows what it costs. */
export function budgetMarkdown(budget: Budget): string {
  return [
    '# Budget',
    `Written by the synth. What the pods of this site request of its nodes: it ${verdictText(budget)}.`,
    markdown(nodesTable(budget)),
    'What the site takes of its account, and what that gives without charge:',
    `${markdown(accountTable(budget))}\n`,
  ].join('\n\n');
}

/** The same for machines. */
export function budgetJson(budget: Budget): string {
  return `${JSON.stringify(budget, null, 2)}\n`;
}

function verdictText({ verdict: { word, reason } }: Budget): string {
  return reason === '' ? word : `${word} (${reason})`;
}

function nodesTable({ parts, platform, platformLimit, left, shares, teams, all }: Budget): Table {
  const system = parts.filter(({ name }) => name === SYSTEM_PART);
  const own = parts.filter(({ owner }) => owner === ownerName(PLATFORM));
  return [
    ['requested', 'CPU', 'memory'],
    ...own.map(({ name, amounts }) => row(name, amounts)),
    row(`the platform; two fifths are ${amountsText(platformLimit)}`, platform),
    ...system.map(({ amounts }) => row("OKE's own pods", amounts)),
    row(`left for you, of ${amountsText(all)}`, left),
    ...(shares.length > 1 ? shares.map((share) => row(shareText(share), share)) : []),
    ...teams.map(({ owner, asked, quota }) => row(`${owner}; its quota is ${amountsText(quota)}`, asked)),
  ];
}

/** What is rented, in the order of the allowance; what nobody requests is left out. */
function accountTable({ rented, allowance }: Budget): Table {
  const some = COUNTED.filter((counted) => rented[counted].length > 0);
  return [
    ['rented', 'requested', 'allowance'],
    ...some.map((counted): Table[number] => [
      ALWAYS_FREE[counted].what,
      pieces(counted, total(rented[counted])),
      pieces(counted, allowance[counted]),
    ]),
  ];
}

function pieces(counted: Counted, amount: number): string {
  return grantText({ amount, unit: ALWAYS_FREE[counted].unit });
}

function shareText({ environment, percent }: Budget['shares'][number]): string {
  return `of that for ${environment}, ${Math.floor(percent)} percent`;
}

function row(
  name: string,
  { millicores, memoryMebibytes }: Pick<Amounts, 'millicores' | 'memoryMebibytes'>,
): Table[number] {
  return [name, `${Math.ceil(millicores)}m`, `${Math.ceil(memoryMebibytes)}Mi`];
}

/** For a terminal: names to the left, amounts to the right. */
function plain(table: Table): string {
  const [name, one, other] = [0, 1, 2].map((column) =>
    Math.max(...table.map((cells) => (cells[column] as string).length)),
  ) as [number, number, number];
  return table
    .map((cells) => `  ${cells[0].padEnd(name)}  ${cells[1].padStart(one)}  ${cells[2].padStart(other)}`)
    .join('\n');
}

function markdown([head = ['', '', ''], ...rows]: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), '| --- | ---: | ---: |', ...rows.map(line)].join('\n');
}

function amountsText({ millicores, memoryMebibytes }: Pick<Amounts, 'millicores' | 'memoryMebibytes'>): string {
  return `${Math.floor(millicores)}m and ${Math.floor(memoryMebibytes)}Mi`;
}
