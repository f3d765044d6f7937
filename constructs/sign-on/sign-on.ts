import { Size } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { BodyLimit, Exposure, Guard, SecureIngress } from '../secure-ingress/index.ts';
import { images } from '../versions.ts';
import { Check, type ConfigFiles, type Resources, Workload } from '../workload/index.ts';
import { MEMBERS, METRICS_PORT, signOnArguments } from './arguments.ts';
import type { SignOnProps } from './sign-on-props.ts';

/** The user that the image names. */
const USER = 65_532;

const RESOURCES: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 32, limit: 64 },
  source:
    'measured on 2026-11-22: oauth2-proxy 7.15.3, 20 MiB resident at rest, 26 MiB after 6,400 requests of eight clients ' +
    'at once, 0.4 ms of a core for each',
};

/**
 * The sign-on for the hosts of a domain: one process that knows who somebody is, which the edge checks for each request to a service behind
 * `Guard.signOn()`.
 *
 * It keeps nothing: a sign-on is a sealed cookie in the browser. While it does not run, the edge lets nobody pass.
 */
export class SignOn extends Construct {
  readonly workload: Workload;

  constructor(scope: Construct, id: string, props: SignOnProps) {
    super(scope, id);
    const { edge, host, signOn, name = 'sign-on', port } = props;
    this.workload = new Workload(this, 'Workload', {
      name,
      component: 'sign-on',
      image: images.oauth2Proxy,
      user: USER,
      resources: RESOURCES,
      args: signOnArguments(props),
      environment: {
        OAUTH2_PROXY_CLIENT_ID: { secret: signOn.secret, key: 'client-id' },
        OAUTH2_PROXY_CLIENT_SECRET: { secret: signOn.secret, key: 'client-secret' },
        OAUTH2_PROXY_COOKIE_SECRET: { secret: signOn.secret, key: 'cookie-secret' },
      },
      ports: { http: port, metrics: METRICS_PORT },
      metrics: { port: 'metrics' },
      health: { ready: Check.http('/ready', port), alive: Check.http('/ping', port) },
      ...(signOn.mails && { config: membersFile(signOn.mails) }),
    });
    new SecureIngress(this, 'Ingress', {
      ...(edge && { edge }),
      host,
      backend: { service: this.workload.service as Service, port },
      exposure: Exposure.PUBLIC,
      guard: Guard.none(),
      bodyLimit: BodyLimit.of(Size.mebibytes(1)),
    });
  }
}

function membersFile(mails: readonly string[]): ConfigFiles {
  return { directory: MEMBERS.directory, files: { [MEMBERS.file]: `${[...mails].sort().join('\n')}\n` } };
}
