/** Versions of packages that may mean another one tomorrow, each with what to write. */
export function loosePackages(file: string, text: string): string[];

/** The same of the Helm charts that Argo CD is told to install. */
export function looseCharts(dist: ReadonlyMap<string, string>): string[];
