import { textOf } from '../../repository/support/files.ts';

/** Every group of fields of teams: its title, and the interfaces that have them, in the order of the page. */
const GROUPS: readonly (readonly [title: string, file: string, ...interfaces: string[]])[] = [
  ['Team', 'site/team/team.ts', 'TeamInput'],
  ['People of a team', 'site/team/team.ts', 'TeamPeopleInput'],
  ['Service', 'site/team/service.ts', 'ServiceInput', 'DifferingInput', 'LimitsInput'],
  ['Service in one environment', 'site/team/service.ts', 'ServiceInEnvironmentInput'],
  ['Health', 'site/team/health.ts', 'HealthInput'],
  ['Warm-up', 'site/team/health.ts', 'WarmInput'],
  ['Size in numbers', 'site/team/size.ts', 'OwnSizeInput'],
  ['Worker', 'site/team/processes.ts', 'WorkerInput', 'CommonWorkerInput'],
  ['Process that starts by the clock', 'site/team/processes.ts', 'CronInput', 'CommonCronInput'],
  ['Task', 'site/team/processes.ts', 'TaskInput', 'CommonTaskInput'],
  ['Who may pass', 'site/sections/reach.ts', 'AllowInput'],
  ['Timeouts', 'site/sections/timeouts.ts', 'TimeoutsInput'],
  ['Alert', 'site/sections/alerts.ts', 'AlertInput'],
  ['Registry', 'site/sections/registries.ts', 'RegistryInput'],
];

/** Files in which interfaces of a group are that its own file takes from elsewhere. */
const ELSEWHERE = ['site/team/differing.ts', 'site/sections/limits.ts'];

const INTRODUCTION = `# Every field of a team

\`teams/<team>.ts\` states a team, and \`platform.ts\` its registries. [Your first service](teams.md) shows how they are used,
and the editor says the same of each field when you point at it. This page is made from the types themselves:
\`npm run docs:teams\` writes it, and a test fails when it is stale.

A field without a default must be written. A time is a whole number with \`s\`, \`m\` or \`h\`, a size one with \`Mi\` or \`Gi\`.`;

/** A field as its declaration and the comment above it say. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly words: string;

  /** What it is where nothing is written; absent where it must be written. */
  readonly default?: string;
}

/** The page of all fields of teams, as Markdown. */
export function teamReference(): string {
  return `${[INTRODUCTION, ...GROUPS.map(([title, file, ...names]) => section(title, file, names))].join('\n\n')}\n`;
}

/** The names of all fields on the page. */
export function fieldsOfTeams(): string[] {
  return GROUPS.flatMap(([, file, ...names]) => names.flatMap((name) => declared(file, name).fields)).map(
    ({ name }) => name,
  );
}

/** The defaults that are values and no words, under group and field: `Worker.drain`. */
export function valuesByDefault(): Readonly<Record<string, string>> {
  const all = GROUPS.flatMap(([title, file, ...names]) =>
    names
      .flatMap((name) => declared(file, name).fields)
      .map((field) => [`${title}.${field.name}`, field.default] as const),
  );
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value?.startsWith('`') ? [[name, value.slice(1, -1)]] : [])),
  );
}

function section(title: string, file: string, names: readonly string[]): string {
  const all = names.map((name) => declared(file, name));
  const fields = all.flatMap((one) => one.fields);
  const rows = fields.map(row);
  const words = all[0]?.words ?? '';
  const more = title === 'Service in one environment' ? ' And every field of a service from `command` to `rate`.' : '';
  const head = ['| field | what it is | form | default |', '| --- | --- | --- | --- |'];
  return [`## ${title}`, `${words}${more}`, [...head, ...rows].join('\n')].join('\n\n');
}

function row({ name, type, words, default: byDefault }: Field): string {
  return `| \`${name}\` | ${cell(words)} | ${form(type)} | ${byDefault === undefined ? 'must be written' : cell(byDefault)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

const FORMS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: '`true` or `false`',
  'readonly string[]': 'list of texts',
  'Readonly<Record<string, string>>': 'texts under names',
  SizeInput: "`'s'`, `'m'`, `'l'` or [numbers](#size-in-numbers)",
  NotifyInput: '[receivers](monitoring.md)',
  'Readonly<Record<string, DashboardExport>>': '[dashboards](monitoring.md) under names',
};

/** The form of a value in words, with a link to the group that it is. */
function form(type: string): string {
  const known = FORMS[type];
  if (known) return known;
  if (type.includes("'"))
    return cell(
      type
        .split(' | ')
        .map((word) => `\`${word}\``)
        .join(', '),
    );
  const [, inner = type] = /^Readonly<Record<string, (?:Differing)?(\w+)>+$/.exec(type) ?? [];
  const title = GROUPS.find(([, , ...names]) => names[0] === inner)?.[0];
  if (title === undefined) throw new Error(`docs/team-reference.md has no words for the type ${type}`);
  const link = `[${title.toLowerCase()}](#${title.toLowerCase().replaceAll(' ', '-')})`;
  return inner === type ? link : `${link}, under names`;
}

const COMMENT = String.raw`\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*`;

function declared(file: string, name: string): { readonly words: string; readonly fields: Field[] } {
  for (const one of [file, ...ELSEWHERE]) {
    const pattern = new RegExp(`${COMMENT}export interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`);
    const [, comment, body] = pattern.exec(textOf(one)) ?? [];
    if (comment !== undefined && body !== undefined) return { words: said(comment).words, fields: fieldsOf(body) };
  }
  throw new Error(`${file} declares no ${name}`);
}

function fieldsOf(body: string): Field[] {
  return [...body.matchAll(new RegExp(`${COMMENT}readonly (\\w+)(\\??): ([^;]+);`, 'g'))].map(
    ([, comment = '', name = '', optional, type = '']) => {
      const { words, byDefault } = said(comment);
      if (optional && byDefault === undefined) throw new Error(`${name} has no @default`);
      return { name, type, words, ...(optional && { default: byDefault as string }) };
    },
  );
}

/** What a comment says, without its stars. */
function said(comment: string): { readonly words: string; readonly byDefault?: string } {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trim());
  const [words = '', byDefault] = lines.join(' ').replaceAll(/\s+/g, ' ').trim().split(' @default ');
  if (byDefault === undefined) return { words };
  return { words, byDefault: byDefault.startsWith('- ') ? byDefault.slice(2) : `\`${byDefault}\`` };
}
