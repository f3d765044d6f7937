import type { Plan } from '../../site/plan/index.ts';
import type { PolicyContext } from './context.ts';

export const APPLICATION = 'Application.argoproj.io';

/** Where an Application leads. */
export interface Destination {
  /** Address of a cluster's API server. */
  readonly server?: string;

  /** A cluster by the name that Argo CD has for it, instead of its address. */
  readonly name?: string;
  readonly namespace?: string;
}

/** The fields of Applications that policies read. */
export interface ApplicationFields {
  readonly spec?: {
    readonly project?: string;
    readonly source?: { readonly repoURL?: string; readonly path?: string };

    /** Several at once: where they are stated, Argo CD does not look at `source`. */
    readonly sources?: readonly unknown[];
    readonly destination?: Destination;
  };
}

/** The folder of `dist/` that an Application follows; a chart follows none. */
export function folderOf({ source }: NonNullable<ApplicationFields['spec']>, { argoCd }: Plan): string | undefined {
  const start = `${argoCd.git.path}/`;
  return source?.path?.startsWith(start) ? source.path.slice(start.length) : undefined;
}

/** Name of the project of the Application that follows a folder, if one does. */
export function projectOfFolder(folder: string, context: PolicyContext): string | undefined {
  return context.fact(followed).get(folder);
}

function followed(context: PolicyContext): ReadonlyMap<string, string> {
  const specs = context.ofKind(APPLICATION).map(({ object }) => (object as ApplicationFields).spec ?? {});
  return new Map(
    specs.flatMap((spec) => {
      const folder = folderOf(spec, context.plan);
      return folder === undefined || spec.project === undefined ? [] : [[folder, spec.project] as const];
    }),
  );
}
