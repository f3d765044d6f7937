import { Address4 } from 'ip-address';
import { addressAt, prefixOf } from './networks.ts';

/** The parts of the cloud network. */
export interface Subnets {
  /** Load balancer, gateway and whatever else has a public address. */
  readonly public: string;

  /** The nodes, which have private addresses only. */
  readonly nodes: string;

  /** The endpoint of the Kubernetes API. */
  readonly endpoint: string;
}

/** Subnets are at most this large (254 addresses), so that a network of any size leaves room for more. */
const WIDEST = 24;

/** The endpoint takes one address and one more while it is replaced; /28 leaves 13. */
const ENDPOINT = 28;

/**
 * Cuts the cloud network into its subnets.
 *
 * The first three equal blocks, so that the answer depends on nothing but the network: a later subnet never moves
 * those that are in use.
 */
export function subnets(network: string): Subnets {
  const prefix = Math.max(WIDEST, prefixOf(network) + 2);
  const first = new Address4(`${addressAt(network, 0)}/${prefix}`);
  const second = first.nextNetwork();
  const third = second.nextNetwork();
  return {
    public: first.networkForm(),
    nodes: second.networkForm(),
    endpoint: `${addressAt(third.networkForm(), 0)}/${ENDPOINT}`,
  };
}

/** Address of the gateway in the public subnet: fixed, so that it is known before it is built. */
export function gatewayAddress(network: string): string {
  return addressAt(subnets(network).public, 10);
}
