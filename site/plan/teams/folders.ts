/** The folder of what a team's services share in an environment: `shop-prod`, which is its namespace and project too. */
export function baseFolder(team: string, environment: string): string {
  return `${team}-${environment}`;
}

/** The folder of a service in an environment: `shop-prod-storefront`, which is its Application too. */
export function serviceFolder(team: string, environment: string, service: string): string {
  return `${baseFolder(team, environment)}-${service}`;
}
