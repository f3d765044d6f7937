import { stringify } from 'yaml';

/** A file that cloud-init writes. */
export interface MachineFile {
  /** Absolute path on the machine. */
  readonly path: string;
  readonly content: string;

  /**
   * Octal permissions.
   *
   * @default 0644
   */
  readonly mode?: string;
}

/** What cloud-init does at the first start of a machine. */
export interface CloudConfig {
  readonly files: readonly MachineFile[];

  /** Absolute path of the one script that does the rest. */
  readonly start: string;
}

/** Most bytes that OCI takes as user data, after base64. */
export const USER_DATA_LIMIT = 32_000;

/** The text of a cloud-config: files first, then the start script, whose failure cloud-init reports. */
export function cloudConfigText({ files, start }: CloudConfig): string {
  const config = {
    write_files: files.map(({ path, content, mode }) => ({
      path,
      permissions: mode ?? '0644',
      owner: 'root:root',
      content,
    })),
    runcmd: [[start]],
  };
  return `#cloud-config\n${stringify(config, { version: '1.1', lineWidth: 0 })}`;
}

/** A cloud-config in the form in which OCI takes it as `user_data`. */
export function userData(config: CloudConfig): string {
  return Buffer.from(cloudConfigText(config)).toString('base64');
}
