import type { Command } from '../../launch/command-line.mjs';

/** What `npm run password` takes. */
export declare const COMMAND: Command<{ readonly namespace: { readonly type: 'string' } }>;
