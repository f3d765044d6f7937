import type { Command } from '../command-line.mjs';

/** What `npm run password` takes. */
export declare const COMMAND: Command<{ readonly namespace: { readonly type: 'string' } }>;
