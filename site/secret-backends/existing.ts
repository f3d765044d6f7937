import type { Backend, SecretsFrom } from './backend.ts';

export const existing: Backend<SecretsFrom<'existing'>> = {
  vault: () => undefined,
  namesDifferIn: 'namespace',
  takesAllowance: false,
};
