export { teamRules } from './groups.ts';
export { ownersOf, type WatchedService, type WatchedTeam, type WatchedWeb } from './team.ts';
