import { check } from '../fields/breach.ts';
import { object } from '../fields/object.ts';
import { matches, text } from '../fields/text.ts';

/** Local volumes on the disks of the nodes. */
export interface StorageInput {
  /**
   * Directory on every node under which each volume gets a directory of its own.
   *
   * Never change it once data exists: the volumes would begin empty.
   *
   * @default /var/lib/armstead
   */
  readonly directory?: string;
}

/** Directories that are emptied at a restart or belong to the system and the kubelet. */
const SYSTEM =
  /^\/(bin|boot|dev|etc|lib|lib64|proc|root|run|sbin|sys|tmp|usr|var\/(cache|log|run|spool|tmp|lib\/(cloud|cni|containerd|containers|docker|etcd|kubelet|rpm|systemd)))(\/|$)/;

export const storageSchema = object("{ directory: '/var/lib/armstead' }", {
  directory: text(
    'a directory',
    '/var/lib/armstead',
    matches(
      'absolute-path',
      /^(\/[A-Za-z0-9][\w.-]*){2,}$/,
      'is not an absolute path of at least two names',
      'write a path such as /var/lib/armstead, without a final slash',
    ),
    check('no-system-directory', (value) => !SYSTEM.test(value), {
      rule: 'is emptied at a restart or belongs to the system',
      fix: 'write a directory of your own, such as /var/lib/armstead',
    }),
  ).default('/var/lib/armstead'),
});
