import { object } from '../fields/object.ts';
import { pattern } from '../fields/text.ts';

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

export const storageSchema = object("{ directory: '/var/lib/armstead' }", {
  directory: pattern(
    'a directory such as /var/lib/armstead',
    /^(\/[A-Za-z0-9][\w.-]*){2,}$/,
    'is not an absolute path of at least two names',
  ).default('/var/lib/armstead'),
});
