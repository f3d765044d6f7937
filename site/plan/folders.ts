import { vaultOf } from '../secret-backends/index.ts';
import type { Site } from '../site.ts';
import { ARGO_CD_PAGES, argoCdReach } from './argo-cd-reach.ts';
import { platformNamespaces } from './namespaces.ts';
import { type Owner, ownerName, PLATFORM, type TeamOwner } from './owners.ts';
import { environmentPriority, PLATFORM_PRIORITY } from './priorities.ts';
import { SIGN_ON } from './sign-on.ts';
import { waveOf } from './waves.ts';

/** A folder of `dist/`, which is one chart of the build. */
export interface FolderPlan {
  /** Its name, and that of its Application. */
  readonly id: string;

  /**
   * Namespace of its objects.
   *
   * @default - none: they lie in no namespace
   */
  readonly namespace?: string;

  readonly owner: Owner;

  /** Class of the pods in it. */
  readonly priority: string;

  /** Place in the order of a new cluster; lower is earlier. */
  readonly wave: number;

  /** Whether an Application of its own follows it. */
  readonly followed: boolean;

  /**
   * The service whose folder it is.
   *
   * @default - what all services of its owner share
   */
  readonly service?: string;
}

/** The folders of the platform, each with the namespace of its objects. */
const NAMESPACES = {
  cluster: undefined,
  storage: 'storage',
  [SIGN_ON]: 'signOn',
  home: 'home',
  monitoring: 'monitoring',
  'node-agents': 'nodeAgents',
  access: 'access',
  teams: undefined,
  [ARGO_CD_PAGES]: 'argoCd',
  secrets: 'secrets',
  edge: 'edge',
  certificates: 'certificates',
  bootstrap: 'argoCd',
  apps: 'argoCd',
  install: 'argoCd',
} as const satisfies Readonly<Record<string, keyof typeof platformNamespaces | undefined>>;

/** Name of a folder of the platform. */
export type PlatformFolder = keyof typeof NAMESPACES;

/** Every name of a folder that the platform has, or has with other fields of `platform.ts`. */
export const PLATFORM_FOLDERS = Object.keys(NAMESPACES) as readonly PlatformFolder[];

/** The root follows `apps`; `install` is applied once, by `npm run bootstrap`. */
const FOLLOWED_BY_NONE: readonly PlatformFolder[] = ['apps', 'install'];

type Stating = Pick<Site, 'signOn' | 'home' | 'access' | 'gitops' | 'git' | 'secrets' | 'teams'>;

/** The folders that the platform of a site has. */
export function platformFolders(site: Stating): FolderPlan[] {
  return PLATFORM_FOLDERS.filter((id) => (CONDITIONS[id] ?? always)(site)).map((id) => {
    const namespace = NAMESPACES[id];
    return {
      id,
      ...(namespace && { namespace: platformNamespaces[namespace].name }),
      owner: PLATFORM,
      priority: PLATFORM_PRIORITY,
      wave: waveOf(id),
      followed: !FOLLOWED_BY_NONE.includes(id),
    };
  });
}

const always = () => true;

/** When a folder that not every site has is there: it would be empty otherwise. */
const CONDITIONS: { readonly [Folder in PlatformFolder]?: (site: Stating) => boolean } = {
  [SIGN_ON]: ({ signOn }) => signOn !== undefined,
  home: ({ home }) => Object.keys(home?.services ?? {}).length > 0,
  access: ({ access }) => access !== undefined,
  teams: ({ teams }) => teams !== undefined,
  [ARGO_CD_PAGES]: (site) =>
    argoCdReach(site) !== undefined || site.gitops.webhook !== undefined || hasRepositorySecretFromVault(site),
  secrets: ({ secrets }) => vaultOf(secrets) !== undefined,
};

function hasRepositorySecretFromVault({ secrets, git }: Stating): boolean {
  return vaultOf(secrets) !== undefined && git.secret !== undefined;
}

/** A folder of a team in its namespace; its pods have the rank of their environment. */
export function folderOfTeam(
  site: Pick<Site, 'environments'>,
  { id, owner }: Pick<TeamFolder, 'id' | 'owner'>,
): FolderPlan {
  const priority = environmentPriority(site, owner.environment);
  return { id, namespace: ownerName(owner), owner, priority, wave: TEAMS_WAVE, followed: true };
}

/** A folder of a team. */
type TeamFolder = FolderPlan & { readonly owner: TeamOwner };

/** After the platform: what shares out the nodes is there, and counted, before the first pod of a team. */
const TEAMS_WAVE = 10;
