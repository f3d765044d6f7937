const GUARDS = {
  'guard: another word, basic': { passwords: 'passwords-of-this-test' },
  'passwords: left out': { guard: 'none' },
} as const;

/** The same beside each group of fields. */
function at(group: string, besides: Besides): Besides {
  return Object.fromEntries(Object.entries(besides).map(([change, fields]) => [`${group}.${change}`, fields]));
}

type Besides = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * What is written beside a change, in the same group, where a rule refuses the change alone; by the title of the change.
 * What is undefined is left out.
 */
export const BESIDES: Besides = {
  ...at('home.services.*', GUARDS),
  ...at('teams.*.services.*', GUARDS),
  ...at('teams.*.services.*.in.*', { ...GUARDS, 'guard: another word, none': { passwords: undefined } }),
  // What answers requests has a port and says when: both go, or none.
  'teams.*.services.*.port: left out': { health: undefined },
  'teams.*.services.*.health: left out': { port: undefined },
};

/** Changes of which nothing comes, and why that is right. */
export const LABELS: Readonly<Record<string, string>> = {
  'registries: another name': 'it is for those who read platform.ts; an image says by its address from where it comes',
};
