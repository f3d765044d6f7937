import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { exempt } from '../exempt.ts';
import { at, refine } from '../refine.ts';

/**
 * Lets the pods of a workload use the files of the node on machines that enforce SELinux, as Oracle Linux does by default;
 * elsewhere it changes nothing. Every other restriction stays, and the exception stands on the object.
 */
export function unconfine(workload: IConstruct): void {
  refine(workload, (rendered) => {
    at(rendered, 'spec', 'template', 'spec', 'securityContext').seLinuxOptions = { type: 'spc_t' };
  });
  const reason = 'where SELinux is on, it keeps containers from the files of the node';
  exempt(ApiObject.of(workload), 'kernel-settings-are-safe', reason);
}
