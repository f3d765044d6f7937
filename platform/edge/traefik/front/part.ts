type Entries = Readonly<Record<string, unknown>>;

/** A part of the file: each kind of thing by its names. */
export interface Part {
  readonly routers?: Readonly<Record<string, Router>>;
  readonly middlewares?: Entries;
  readonly services?: Entries;
  readonly serversTransports?: Entries;
}

/** Which requests take which route. */
export interface Router {
  readonly entryPoints: readonly string[];
  readonly rule: string;
  readonly priority: number;
  readonly middlewares: readonly string[];
  readonly service: string;
  readonly tls?: Readonly<Record<string, never>>;
}

const KINDS = ['routers', 'middlewares', 'services', 'serversTransports'] as const;

/** Several parts as one; a kind without entries is left out, which Traefik would not read. */
export function merged(parts: readonly Part[]): Part {
  const kinds = KINDS.map((kind) => [kind, Object.assign({}, ...parts.map((part) => part[kind] ?? {}))] as const);
  return Object.fromEntries(kinds.filter(([, entries]) => Object.keys(entries).length > 0));
}
