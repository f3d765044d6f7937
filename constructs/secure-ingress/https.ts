import { Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  Certificate,
  CertificateSpecPrivateKeyAlgorithm,
  CertificateSpecPrivateKeyRotationPolicy,
} from '../../imports/cert-manager.io.ts';
import { type Labels, labelsOf } from '../../kubernetes/labels.ts';
import type { Issuer } from './edge.ts';

/** What a certificate is for. */
export interface HostsCertificate {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly issuer: Issuer;
  readonly labels: Labels;
}

/**
 * Asks cert-manager for a certificate and answers the name of the Secret that will hold it.
 *
 * The name carries the issuer: after a change of the issuer the new one does not exist yet, so that
 * it is issued at once, and nobody deletes a Secret by hand.
 */
export function certificateFor(scope: Construct, { name, hosts, issuer, labels }: HostsCertificate): string {
  const secretName = `${name}-tls-${issuer.suffix ?? issuer.name}`;
  new Certificate(scope, 'Certificate', {
    metadata: { name, labels },
    spec: {
      secretName,
      dnsNames: [...hosts],
      issuerRef: { group: 'cert-manager.io', kind: issuer.kind, name: issuer.name },
      privateKey: {
        algorithm: CertificateSpecPrivateKeyAlgorithm.ECDSA,
        size: 256,
        rotationPolicy: CertificateSpecPrivateKeyRotationPolicy.ALWAYS,
      },
      revisionHistoryLimit: 2,
    },
  });
  return secretName;
}

/** Name of the header by which a browser remembers to ask by HTTPS only. */
export const STRICT_TRANSPORT_SECURITY = 'Strict-Transport-Security';

/** A year in seconds: what browsers and their preload lists take for serious. */
const YEAR = 31_536_000;

const ID = 'Answer headers';

/**
 * The headers that every answer of the folder's hosts carries, made once a folder.
 *
 * Other hosts of the domain are left out of it: whether they speak HTTPS is not for this folder to say.
 */
export class AnswerHeaders extends Construct {
  /** `namespace/name` of the ConfigMap, as controllers want it. */
  readonly reference: string;

  /** The headers of the chart in which a construct lies. */
  static of(scope: Construct): AnswerHeaders {
    const chart = Chart.of(scope);
    return (chart.node.tryFindChild(ID) as AnswerHeaders | undefined) ?? new AnswerHeaders(chart);
  }

  private constructor(chart: Chart) {
    super(chart, ID);
    if (!chart.namespace) throw new Error(nowhere(chart));
    const name = `${chart.node.id}-answer-headers`;
    this.reference = `${chart.namespace}/${name}`;
    new ConfigMap(this, 'Resource', {
      metadata: { name, labels: labelsOf({ name, component: 'edge', folder: chart.node.id }) },
      data: { [STRICT_TRANSPORT_SECURITY]: `max-age=${YEAR}` },
    });
  }
}

function nowhere({ node }: Chart): string {
  return `SecureIngress: the chart '${node.id}' has no namespace, where the headers of 'edge.strictTransport' would lie`;
}
