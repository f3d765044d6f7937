import { textOf } from '../../repository/support/files.ts';

/** The commands with which a newcomer writes and proves `dist/`, without the remarks behind them. */
export function readmeCommands(): string[] {
  return blocks('sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('npm ci && '))
    .map((line) => line.replace(/\s+#.*$/, ''));
}

/** The blocks of code in a file, the README for one, that are marked as being in some language. */
export function blocks(language: string, file = 'README.md'): string[] {
  return [...textOf(file).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, text = '']) => text,
  );
}
