/** The fields of Services that policies read. */
export interface ServiceFields {
  readonly spec?: {
    readonly type?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly ServicePort[];
    readonly externalIPs?: readonly string[];
    readonly clusterIP?: string;
  };
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;

  /** The number or the name of a port of the pods; the same number as `port` where it is absent. */
  readonly targetPort?: number | string;

  readonly protocol?: string;
}

/** Label by which an EndpointSlice belongs to its Service. */
export const SERVICE_NAME = 'kubernetes.io/service-name';
