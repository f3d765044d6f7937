export type { FreeDisks } from './disks.ts';
export { type FreeTierPartProps, freeTierPart } from './free-tier-part.ts';
