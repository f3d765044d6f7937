export type { OwnedVolume } from './storage.ts';
