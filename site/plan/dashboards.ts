/** The uids of the dashboards that every site has. */
export const PLATFORM_DASHBOARDS = ['budget', 'certificates', 'cluster', 'edge', 'home', 'logs', 'node'] as const;
