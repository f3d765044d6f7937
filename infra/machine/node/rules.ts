import type { MachineFile } from '../cloud-config.ts';

/** Rules of a node's firewall, in a table of their own, and when they are set. */
export interface NodeRules {
  /** Of the unit of systemd, and of the table. */
  readonly name: string;

  /** What the rules are for, as the unit says it. */
  readonly description: string;

  /** Absolute path of the file with the rules. */
  readonly path: string;

  /** What the file says to `nft`. */
  readonly rules: string;

  /** Command that sets them, at the start of the node and each minute. */
  readonly command: string;

  /** Whether there is no kubelet, and so no pod, without them. */
  readonly required: boolean;
}

/**
 * The file of the rules, a unit that sets them before there are pods, and a timer: whoever flushes every table (`nft flush
 * ruleset`, a restart of nftables) opens the way for a minute at most.
 */
export function ruleFiles({ name, description, path, rules, command, required }: NodeRules): readonly MachineFile[] {
  const service = `[Unit]
Description=${description}
After=firewalld.service nftables.service
Before=kubelet.service

[Service]
Type=oneshot
ExecStart=${command}

[Install]
WantedBy=multi-user.target
${required ? 'RequiredBy=kubelet.service\n' : ''}`;
  const timer = `[Unit]
Description=${description}, whoever flushes the firewall

[Timer]
OnActiveSec=1min
OnUnitActiveSec=1min
AccuracySec=5s

[Install]
WantedBy=timers.target
`;
  return [
    { path, content: rules },
    { path: `/etc/systemd/system/${name}.service`, content: service },
    { path: `/etc/systemd/system/${name}.timer`, content: timer },
  ];
}
