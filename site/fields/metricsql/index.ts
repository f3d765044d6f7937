export { MISSING, STAND_INS } from './functions.ts';
export { readable } from './readable.ts';
export { type Refused, refusedIn } from './refused.ts';
