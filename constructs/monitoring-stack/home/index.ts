export { type HomePartProps, homePart } from './home-part.ts';
export type { HomeTargets } from './jobs.ts';
