/** What is written beside a change, in the same group, where a rule refuses the change alone; by the title of the change. */
export const BESIDES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'home.services.*.guard: another word, basic': { passwords: 'passwords-of-this-test' },
  'home.services.*.passwords: left out': { guard: 'none' },
};
