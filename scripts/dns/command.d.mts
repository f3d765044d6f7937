import type { Command } from '../../launch/command-line.mjs';

/** For whom the records are written, by the word that chooses it. */
export declare const READERS: Readonly<
  Record<'bind' | 'cloudflare' | 'oci' | 'route53' | 'dnsmasq' | 'unbound', string>
>;

/** What `npm run dns` takes. */
export declare const COMMAND: Command<{
  readonly public: { readonly type: 'string' };
  readonly home: { readonly type: 'string' };
  readonly as: { readonly type: 'string'; readonly default: string };
  readonly check: { readonly type: 'boolean'; readonly default: boolean };
  readonly server: { readonly type: 'string' };
}>;
