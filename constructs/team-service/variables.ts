import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Labels } from '../../kubernetes/labels.ts';
import { digestOf } from '../names.ts';

/**
 * Variables in a ConfigMap that never changes: other values are another one, so that the pods of a version read what was
 * released with it for as long as they run, and a change is a release that can go back.
 */
export function variablesMap(
  scope: Construct,
  service: string,
  variables: Readonly<Record<string, string>>,
  labels: Labels,
): ApiObject {
  const data = Object.fromEntries(Object.entries(variables).sort(([one], [other]) => (one < other ? -1 : 1)));
  const name = `${service}-${digestOf(JSON.stringify(data))}`;
  return new k8s.KubeConfigMap(scope, 'Variables', {
    metadata: { name, labels: { ...labels } },
    immutable: true,
    data,
  });
}
