import type { Path } from './object.ts';

/** The fields of Ingresses that policies read. */
export interface IngressFields {
  readonly spec?: {
    readonly ingressClassName?: string;
    readonly defaultBackend?: Backend;
    readonly rules?: readonly IngressRule[];
    readonly tls?: readonly IngressTls[];
  };
}

export interface IngressRule {
  readonly host?: string;
  readonly http?: { readonly paths?: readonly IngressPath[] };
}

export interface IngressPath {
  readonly path?: string;
  readonly pathType?: string;
  readonly backend?: Backend;
}

export interface Backend {
  readonly service?: { readonly name?: string; readonly port?: { readonly number?: number; readonly name?: string } };
}

export interface IngressTls {
  readonly hosts?: readonly string[];
  readonly secretName?: string;
}

export const INGRESS = 'Ingress.networking.k8s.io';

/** A path of an Ingress under its host, and where it stands. */
export interface PathOfHost {
  readonly host: string | undefined;
  readonly route: IngressPath;
  readonly at: Path;
}

/** Every path of an Ingress. */
export function pathsOf({ spec }: IngressFields): PathOfHost[] {
  return (spec?.rules ?? []).flatMap(({ host, http }, rule) =>
    (http?.paths ?? []).map((route, index) => ({ host, route, at: ['spec', 'rules', rule, 'http', 'paths', index] })),
  );
}

/** The annotations of an Ingress by which cert-manager makes its certificates, and the kind of the issuer that each names. */
export const ISSUER_ANNOTATIONS = {
  ClusterIssuer: 'cert-manager.io/cluster-issuer',
  Issuer: 'cert-manager.io/issuer',
} as const;
