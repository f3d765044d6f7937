export { type Caller, Entrance, type EntranceProps, NoEntry } from './walls.ts';
