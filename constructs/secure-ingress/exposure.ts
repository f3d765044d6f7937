/** Who may reach a service. */
export enum Exposure {
  /** Everybody, through the public load balancer. */
  PUBLIC = 'public',

  /** Home only: addresses of the home networks and of the tunnel; everybody else is refused. */
  HOME = 'home',

  /** Nobody outside the cluster: there is no way through the edge at all, and no object. */
  CLUSTER = 'cluster',
}
