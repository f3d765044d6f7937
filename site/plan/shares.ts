import type { Site } from '../site.ts';

/** What can be shared out among environments. */
export interface Portion {
  /** Thousandths of a core that pods may request. */
  readonly millicores: number;

  /** Mebibytes of memory that pods may request. */
  readonly memoryMebibytes: number;

  /** Mebibytes of memory that pods may use at most. */
  readonly memoryLimitMebibytes: number;

  readonly pods: number;
}

/** What one environment has of the nodes. */
export interface Share extends Portion {
  readonly environment: string;

  /** Part of what is left, in percent. */
  readonly percent: number;
}

type Environments = Site['environments'];

/**
 * Shares out what system and platform leave of the nodes: the percent that an environment states, and equal parts of the
 * rest for those that state none. Together they never come to more than there is.
 */
export function sharesOf(left: Portion, environments: Environments): Share[] {
  const names = Object.keys(environments);
  const stated = names.reduce((sum, name) => sum + (environments[name]?.share ?? 0), 0);
  const silent = names.filter((name) => environments[name]?.share === undefined).length;
  return names.map((environment) => {
    const percent = environments[environment]?.share ?? (100 - stated) / silent;
    return { environment, percent, ...portionOf(left, percent / 100) };
  });
}

/** Rounded down, so that no part is of what is not there; nothing of what is overdrawn. */
function portionOf(whole: Portion, part: number): Portion {
  const cut = (amount: number) => Math.max(0, Math.floor(amount * part));
  return {
    millicores: cut(whole.millicores),
    memoryMebibytes: cut(whole.memoryMebibytes),
    memoryLimitMebibytes: cut(whole.memoryLimitMebibytes),
    pods: cut(whole.pods),
  };
}

/**
 * What a container has that states nothing, and how far its limit may lie above its request: a process of a few
 * megabytes, as most small services are. Its logs stay within 50 MiB (the kubelet's defaults); beyond a gibibyte of logs
 * and files of its own the kubelet ends it, before it fills the disk of all. Whoever needs more says so.
 */
export const CONTAINER_DEFAULTS = {
  request: { millicores: 10, memoryMebibytes: 64, diskMebibytes: 50 },
  limit: { millicores: 500, memoryMebibytes: 128, diskMebibytes: 1024 },
  memoryRatio: 2,
} as const;
