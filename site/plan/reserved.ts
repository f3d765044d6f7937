import { PLATFORM_FOLDERS } from './folders.ts';
import { isReserved } from './namespaces.ts';
import { ownerName, PLATFORM } from './owners.ts';
import { CHARTS } from './waves.ts';

/**
 * What a name of the platform is, now or with another field of `platform.ts`; undefined where a team may have it.
 *
 * A team's namespace, folder, Application and project in an environment have one name, so none of these may be taken.
 */
export function reservedAs(name: string): string | undefined {
  if (isReserved(name)) return 'a namespace of the platform or of Kubernetes';
  if (name === ownerName(PLATFORM)) return 'the project of the platform';
  if ((PLATFORM_FOLDERS as readonly string[]).includes(name)) return 'a folder of the platform';
  return (CHARTS as readonly string[]).includes(name) ? 'a chart of the platform' : undefined;
}
