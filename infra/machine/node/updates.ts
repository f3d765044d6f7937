import type { MachineFile } from '../cloud-config.ts';
import update from './updates.sh';

const UNIT = 'armstead-updates';
const SCRIPT = '/usr/local/sbin/armstead-updates';

/** When the first node looks, in UTC; the gateway restarts at half past three. */
const FIRST_HOUR = 1;

const service = `[Unit]
Description=Security updates of the operating system
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=${SCRIPT}
`;

/** Two nodes never restart in the same hour. A machine that was off at that time does not catch up by day. */
function timer(index: number): string {
  return `[Unit]
Description=Security updates of the operating system at night

[Timer]
OnCalendar=*-*-* ${String((FIRST_HOUR + index) % 24).padStart(2, '0')}:00:00 UTC
RandomizedDelaySec=10min

[Install]
WantedBy=timers.target
`;
}

/**
 * Security updates by themselves, and a restart at night where one is needed, as the gateway has them.
 *
 * @param index place of the node among those of the site, from 0
 */
export function nodeUpdates(index: number): readonly MachineFile[] {
  return [
    { path: SCRIPT, content: update, mode: '0755' },
    { path: `/etc/systemd/system/${UNIT}.service`, content: service },
    { path: `/etc/systemd/system/${UNIT}.timer`, content: timer(index) },
  ];
}
