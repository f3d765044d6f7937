import type { Command } from '../../launch/command-line.mjs';

/** What `npm run task` takes. */
export declare const COMMAND: Command<Record<never, never>>;
