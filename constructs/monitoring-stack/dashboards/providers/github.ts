import { ALWAYS, text } from '../conditions.ts';
import type { Provider, SignInAt } from './provider.ts';

export const github: Provider<SignInAt<'github'>> = {
  section: 'GITHUB',
  settings: ({ organisation }) => ({ ALLOWED_ORGANIZATIONS: organisation, SCOPES: 'user:email,read:org' }),
  told: () => [],
  // Grafana looks up at GitHub itself whether somebody belongs to the organisation.
  mayLook: () => ALWAYS,
  inTeam: ({ organisation }, team) => `contains(groups[*], ${text(`@${organisation}/${team}`)})`,
};
