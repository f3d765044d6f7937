import type { Command } from '../../launch/command-line.mjs';

/** What `npm run status` takes. */
export declare const COMMAND: Command<{ left: { type: 'boolean' } }>;
