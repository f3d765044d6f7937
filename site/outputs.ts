import type { z } from 'zod';
import { address } from './fields/networks.ts';
import { object } from './fields/object.ts';
import { matches, text } from './fields/text.ts';
import { wireguardKey } from './fields/wireguard-key.ts';
import { jsonDraft } from './json-file.ts';
import { type Draft, parser, settled } from './parser.ts';
import type { Parsed } from './problem.ts';

/** Name of the file by which `infra/` hands over what it built; it holds identifiers only and may be in git. */
export const OUTPUTS_FILE = 'site.outputs.json';

const AGAIN = 'run npm run hand-over again';

function ocid(kind: string) {
  const form = new RegExp(`^ocid1\\.(${kind})\\.[a-z0-9]+\\.[a-z0-9-]*\\.[a-z0-9._-]+$`, 'i');
  const what = `the identifier of a ${kind.replace('|', ' or ')}`;
  const begin = `ocid1.${kind.split('|')[0]}`;
  const example = { shown: `${begin}...`, standIn: `${begin}.oc1..example` };
  return text(what, example, matches('identifier', form, `is not ${what}`, AGAIN));
}

const endpoint = text(
  'an address and a port',
  '10.0.2.5:6443',
  matches('endpoint', /^\d+\.\d+\.\d+\.\d+:\d+$/, 'is no address with a port', AGAIN),
);

export const outputsSchema = object('what npm run hand-over writes', {
  compartment: ocid('compartment|tenancy'),
  cluster: object('the cluster: { id, endpoint }', {
    id: ocid('cluster'),
    /** Private address and port of the Kubernetes API: `10.0.2.5:6443`. */
    endpoint,
  }),
  loadBalancer: object('the load balancer: { address, subnet, securityGroup }', {
    /** Reserved public address that the load balancer takes. */
    address: address('203.0.113.10'),
    subnet: ocid('subnet'),
    securityGroup: ocid('networksecuritygroup'),
  }),
  nodes: object('the nodes: { subnet, securityGroup }', {
    subnet: ocid('subnet'),
    securityGroup: ocid('networksecuritygroup'),
  }),
  /** The machine that ends the tunnel; absent without a home. */
  gateway: object('the gateway: { instance, publicAddress, privateAddress }', {
    instance: ocid('instance'),
    publicAddress: address('203.0.113.20'),
    privateAddress: address('10.0.0.10'),
    /** WireGuard key of this machine, read from its console by `npm run gateway-key`; absent until then. */
    publicKey: wireguardKey.optional(),
  }).optional(),
  /** Vault that External Secrets reads, as the site states it; absent with hand-made secrets. */
  vault: ocid('vault').optional(),
});

/** What the infrastructure hands over to the platform. */
export type SiteOutputs = Readonly<z.output<typeof outputsSchema>>;

const draftOf = parser(outputsSchema, [], { unknownField: AGAIN });

/**
 * Reads the content of the hand-over file.
 *
 * @param source where it comes from
 */
export function parseOutputs(content: unknown, source: string = OUTPUTS_FILE): Parsed<SiteOutputs> {
  return settled(draftOf(content, source));
}

/** Reads the hand-over file for who prints what stands in it; without it the answer is the placeholders. */
export function readOutputs(path: string): Parsed<SiteOutputs> {
  const draft = outputsDraft(path);
  return draft ? settled(draft) : { ok: true, value: placeholders };
}

/** The same, for rules that look at other files as well; nothing where there is no such file. */
export function outputsDraft(path: string): Draft<SiteOutputs> | undefined {
  return jsonDraft(path, OUTPUTS_FILE, { read: draftOf, again: AGAIN });
}

/** Marks a value that stands in for what is not built yet. */
const MARK = 'placeholder';

/**
 * What stands for the hand-over before `npm run hand-over`.
 *
 * The addresses are those that RFC 5737 keeps for documents: no packet reaches anybody.
 */
export const placeholders: SiteOutputs = {
  compartment: `ocid1.compartment.oc1..${MARK}`,
  cluster: { id: `ocid1.cluster.oc1..${MARK}`, endpoint: '192.0.2.1:6443' },
  loadBalancer: {
    address: '192.0.2.2',
    subnet: `ocid1.subnet.oc1..${MARK}`,
    securityGroup: `ocid1.networksecuritygroup.oc1..${MARK}`,
  },
  nodes: { subnet: `ocid1.subnet.oc1..${MARK}`, securityGroup: `ocid1.networksecuritygroup.oc1..${MARK}` },
};

/** Whether a text holds a value that stands in for what is not built yet: for who prints addresses. */
export function isPlaceholder(text: string): boolean {
  return /\bocid1\.[a-z]+\.oc1\.\.placeholder\b|\b192\.0\.2\.\d+\b/.test(text);
}
