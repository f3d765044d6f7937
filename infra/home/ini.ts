/** One section of a WireGuard configuration. */
export interface IniSection {
  readonly section: string;

  /** A line above the section, for people. */
  readonly comment?: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Sections in the form that wg-quick reads, an empty line between them. */
export function ini(...sections: readonly IniSection[]): string {
  return sections.map(sectionText).join('\n');
}

function sectionText({ section, comment, values }: IniSection): string {
  const lines = Object.entries(values).map(([key, value]) => `${key} = ${value}\n`);
  return `${comment ? `# ${comment}\n` : ''}[${section}]\n${lines.join('')}`;
}
