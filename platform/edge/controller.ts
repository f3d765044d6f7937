/** What a site says to either controller. */
export interface ControllerProps {
  /** Networks whose load balancers announce the client's address: nobody else is believed. */
  readonly announcing: readonly string[];

  /** Seconds that a client may take to send a request, its body included. */
  readonly uploadSeconds: number;
}

/** Label on the pods of the controller, whichever it is: by it the load balancers find them. */
export const CONTROLLER_LABEL: Readonly<Record<string, string>> = { 'armstead/edge': 'controller' };

/**
 * Seconds for which a controller goes on serving after it was told to end, while the load balancer finds out. Three
 * failed health checks ten seconds apart are what Oracle's load balancers take.
 */
export const DRAIN_SECONDS = 35;
