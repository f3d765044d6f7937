import { App, type AppProps } from 'cdk8s';
import { manifestsOf } from './manifests-of.ts';
import { streamOf, treeOf } from './publish.ts';
import { writeTree } from './write-tree.ts';

/** What can be chosen for a site's app; how it is divided into files is not a choice. */
export type SiteAppProps = Pick<AppProps, 'outdir' | 'resolvers' | 'recordConstructMetadata'>;

/**
 * The cdk8s app of a site: a folder for each chart, a file for each object.
 *
 * `main.ts` does not call `synth`: it takes `manifestsOf(app)`, checks the policies, and publishes. Whoever calls it, as
 * with any other app, gets the same files in `outdir`, unasked by any policy.
 */
export class SiteApp extends App {
  private readonly withMetadata: boolean;

  constructor(props: SiteAppProps = {}) {
    super(props);
    this.withMetadata = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /** Makes `outdir` hold the files of the app and nothing else, as `writeTree` does. */
  override synth(): void {
    writeTree(this.outdir, treeOf(manifestsOf(this), this.withMetadata));
  }

  /** All objects as one text, in the order of their paths. */
  override synthYaml(): string {
    return streamOf(manifestsOf(this));
  }
}
