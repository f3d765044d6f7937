import type { Command } from '../../launch/command-line.mjs';

/** What `npm run bench` takes. */
export declare const COMMAND: Command<{
  readonly services: { readonly type: 'string'; readonly multiple: true; readonly default: string[] };
  readonly runs: { readonly type: 'string'; readonly default: string };
  readonly write: { readonly type: 'boolean'; readonly default: boolean };
  readonly check: { readonly type: 'boolean'; readonly default: boolean };
}>;
