import type { PolicyContext } from '../context/context.ts';

/** The annotation of an Argo CD Application with what its Helm chart rents from the cloud, as an object in JSON. */
export const RENTED = 'armstead/rents';

/** What a Helm chart rents from the cloud, which stands nowhere in `dist/`. */
export interface RentedByChart {
  /** Name of the Application. */
  readonly chart: string;

  /** Sizes of its block volumes. */
  readonly blockVolumesGb: readonly number[];

  /** Kinds of its load balancers. */
  readonly loadBalancers: readonly ('flexible' | 'network')[];
}

/** What the Applications of a site declare. */
export function rentedByCharts(context: PolicyContext): RentedByChart[] {
  return context.ofKind('Application.argoproj.io').map(({ object: { metadata } }) => {
    const text = metadata.annotations?.[RENTED];
    const declared = (text === undefined ? {} : JSON.parse(text)) as Partial<Omit<RentedByChart, 'chart'>>;
    const { blockVolumesGb = [], loadBalancers = [] } = declared;
    return { chart: metadata.name, blockVolumesGb, loadBalancers };
  });
}
