/** Any of some conditions. */
export function any(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] as string) : `(${conditions.join(' || ')})`;
}

export function host(name: string): string {
  return `Host("${name}")`;
}

/** Below a path, as Kubernetes means it: `/app` and `/app/x`, but not `/apple`. */
export function below(path: string): string {
  return path === '/' ? 'PathPrefix("/")' : `(Path("${path}") || PathPrefix("${path}/"))`;
}

export function from(network: string): string {
  return `ClientIP("${network}")`;
}
