import type { Site } from '../site.ts';
import { type Routes, routes } from './routes.ts';
import { gatewayAddress, type Subnets, subnets } from './subnets.ts';

/** What is rented from the cloud, and how its network is divided. */
export type CloudSide = Site['cloud'] & {
  readonly subnets: Subnets;
  readonly routes: Routes;

  /** Address of the gateway in the public subnet, whether there is one or not. */
  readonly gatewayAddress: string;
};

/** The cloud side of a site. */
export function cloudSide(site: Pick<Site, 'cloud' | 'home'>): CloudSide {
  const { cloud } = site;
  return {
    ...cloud,
    subnets: subnets(cloud.network),
    routes: routes(site),
    gatewayAddress: gatewayAddress(cloud.network),
  };
}

/** The account in which the cloud side is built. */
export type AccountPlan = NonNullable<Site['infrastructure']> & {
  /** Compartment in which everything lies: the stated one, or the whole tenancy. */
  readonly compartment: string;
};

/** The account of a site, if it states one. */
export function accountPlan({ infrastructure }: Pick<Site, 'infrastructure'>): AccountPlan | undefined {
  return infrastructure && { ...infrastructure, compartment: infrastructure.compartment ?? infrastructure.tenancy };
}
