import type { SiteOutputs } from '../../site/outputs.ts';
import type { PlanWithHome } from '../../site/plan/index.ts';
import { homeFirewall } from './firewall.ts';
import { formats } from './formats.ts';
import { readKeyFile } from './key-file.ts';
import { type GatewayFace, type Peer, peers } from './peer.ts';
import type { KeySource } from './wg-quick.ts';

/** What the user requested. */
export interface HomeConfigOptions {
  /**
   * Name of one format.
   *
   * @default - every one that does not need the private key, under headings
   */
  readonly as?: string;

  /**
   * `home`, or the name of a device.
   *
   * @default home
   */
  readonly peer?: string;

  /**
   * File of the private key on this machine.
   *
   * @default - not known: wg-quick reads /etc/wireguard/armstead.key, and what is for a router leaves a place for the key
   */
  readonly key?: string;

  /**
   * Whether the private key itself is printed.
   *
   * @default false
   */
  readonly showKey?: boolean;
}

/** The format that is no tunnel, but says what may come out of it. */
const FIREWALL = 'firewall';

/** The configuration of a peer, from the plan and what was built. */
export function homeConfig(plan: PlanWithHome, outputs: SiteOutputs, options: HomeConfigOptions = {}): string {
  if (options.as === FIREWALL) return homeFirewall(plan);
  const peer = chosen(peers(plan, face(outputs)), options.peer ?? 'home');
  const key = keyFor(peer, options);
  if (options.as !== undefined) return format(options.as)(peer, key);
  return Object.entries(formats)
    .filter(([name]) => name !== 'qr')
    .map(([name, text]) => `== ${name}\n\n${text(peer, key)}`)
    .join('\n');
}

function keyFor({ publicKey }: Peer, { key: file, showKey }: HomeConfigOptions): KeySource {
  if (!showKey) return { file };
  if (file === undefined) throw new Error('--show-key needs --key FILE, the file that --new-key made');
  return { key: readKeyFile(file, publicKey) };
}

function face({ gateway }: SiteOutputs): GatewayFace {
  if (!gateway) throw new Error('site.outputs.json names no gateway: run pulumi up and npm run hand-over');
  const { publicAddress, publicKey } = gateway;
  if (!publicKey) throw new Error('site.outputs.json names no key of the gateway: run npm run gateway-key');
  return { address: publicAddress, publicKey };
}

function chosen(all: readonly Peer[], name: string): Peer {
  const peer = all.find((candidate) => candidate.name === name);
  if (!peer) throw new Error(`the site has no peer ${name}: write one of ${all.map((one) => one.name).join(', ')}`);
  return peer;
}

function format(name: string) {
  if (name in formats) return formats[name as keyof typeof formats];
  throw new Error(`there is no format ${name}: write one of ${[...Object.keys(formats), FIREWALL].join(', ')}`);
}
