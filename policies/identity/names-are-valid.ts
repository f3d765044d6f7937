import { kindOf } from '../../kubernetes/kinds.ts';
import { dataKey, dnsLabel, type NameForm, nameFormOf, portName } from '../../kubernetes/names.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import type { ServiceFields } from '../../kubernetes/services.ts';
import { type Problem, shown } from '../../site/index.ts';
import { minorOf } from '../context/cluster-version.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Every name is one that Kubernetes takes, here and in what it makes from it. */
export const namesAreValid: Policy = {
  id: 'names-are-valid',
  title: 'Names of objects, containers, volumes, ports and keys have the form and length that Kubernetes takes.',
  why: 'Some are refused when Argo CD syncs; others only later, when a controller makes a pod with a name that is too long.',
  absolute: 'the API server or a controller refuses such a name',
  check: eachObject((subject, context) => {
    const { object } = subject;
    const pod = context.podOf(subject);
    return [
      ...named(['metadata', 'name'], object.metadata.name, nameFormOf(kindOf(object), minorOf(context.plan))),
      ...(pod ? inPod(pod) : []),
      ...inService(object),
      ...inData(object),
    ];
  }),
};

function inPod({ path, spec, containers }: Pod): Problem[] {
  return [
    ...containers.flatMap(({ container, path: at }) => [
      ...named([...at, 'name'], container.name, dnsLabel),
      ...(container.ports ?? []).flatMap(({ name }, index) =>
        name === undefined ? [] : named([...at, 'ports', index, 'name'], name, portName),
      ),
    ]),
    ...(spec.volumes ?? []).flatMap(({ name }, index) =>
      named([...path, 'spec', 'volumes', index, 'name'], name, dnsLabel),
    ),
  ];
}

function inService(object: KubeObject): Problem[] {
  if (object.kind !== 'Service') return [];
  return ((object as ServiceFields).spec?.ports ?? []).flatMap(({ name }, index) =>
    name === undefined ? [] : named(['spec', 'ports', index, 'name'], name, dnsLabel),
  );
}

function inData({ kind, data, binaryData }: KubeObject): Problem[] {
  if (kind !== 'ConfigMap') return [];
  return Object.entries({ data, binaryData }).flatMap(([field, values]) =>
    Object.keys((values as object | undefined) ?? {}).flatMap((key) => named([field, key], key, dataKey)),
  );
}

function named(path: Problem['path'], name: unknown, { called, most, fits }: NameForm): Problem[] {
  if (typeof name !== 'string' || name === '') {
    return [
      { path, found: shown(name), rule: name === undefined ? 'is missing' : 'is no name', fix: `write ${called}` },
    ];
  }
  if (!fits(name)) return [{ path, found: shown(name), rule: `is not ${called}`, fix: `write ${called}` }];
  if (name.length <= most) return [];
  return [{ path, found: shown(name), rule: `has ${name.length} characters`, fix: `write at most ${most}` }];
}
