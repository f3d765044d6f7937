import { z } from 'zod';
import { check } from '../fields/breach.ts';
import { misfit } from '../fields/checked.ts';
import { endpoint } from '../fields/endpoint.ts';
import { dnsLabel } from '../fields/names.ts';
import { object } from '../fields/object.ts';
import { size } from '../fields/quantities.ts';
import { oneOf, text } from '../fields/text.ts';
import { type ReachInput, reachFields } from './reach.ts';
import { type TimeoutsInput, timeoutsSchema } from './timeouts.ts';

/** Something that runs at home and is reached through the cluster, with its certificate and its guards. */
export interface HomeServiceInput extends ReachInput {
  /** Address and port in the home networks: `192.168.4.20:2283`. */
  readonly address: string;

  /**
   * How it speaks. With `https` its certificate is not verified: at home it is mostly self-signed.
   *
   * @default http
   */
  readonly protocol?: 'http' | 'https';

  /**
   * Host under the domain: `photos`, or the whole `photos.example.org`.
   *
   * @default - the name of the service
   */
  readonly host?: string;

  /**
   * The largest request body that passes, such as `64Mi`; a larger one gets 413.
   *
   * Once every service states one, a client of the site has only as long for a request as the largest of them takes over
   * a slow line, not half an hour.
   *
   * @default - any, passed on as it comes: pictures and films
   */
  readonly largestUpload?: string;

  /**
   * How long the edge waits for it: `{ connect: '2s', idle: '1h', answer: '60s' }`.
   *
   * @default - these
   */
  readonly timeouts?: TimeoutsInput;
}

/** The largest body that a home service may be sent. A terabyte takes ten days through the free load balancer. */
export const upload = size(
  check('fits-an-upload', ({ mebibytes }) => mebibytes <= 1024 * 1024, {
    rule: 'is more than anybody can send',
    fix: 'write at most 1024Gi, or leave it out for any size',
  }),
);

/** The name of a home service becomes the name of its Service, Ingress and certificate. */
const homeServiceSchema = object("{ address: '192.168.4.20:2283', exposure: 'home' }", {
  address: endpoint('192.168.4.20:2283'),
  protocol: oneOf('http', 'https').default('http'),
  host: text('a host', 'photos').optional(),
  largestUpload: upload.optional(),
  timeouts: timeoutsSchema.optional(),
  ...reachFields,
});

/** All home services under their names. */
export const homeServicesSchema = z.record(dnsLabel(40, 'photos'), homeServiceSchema, {
  error: misfit({
    what: 'a group of services under their names',
    fix: () => "write { photos: { address: '192.168.4.20:2283', exposure: 'home' } }",
    standIn: {},
  }),
});

/** A home service with its defaults filled in. */
export type HomeService = Readonly<z.output<typeof homeServiceSchema>>;
