import { apiGroup } from '../kubernetes/kinds.ts';
import type { KubeObject } from '../kubernetes/object.ts';
import { canonicalQuantity } from '../kubernetes/quantities.ts';
import type { Complaint } from './finished.ts';

type Fields = Record<string, unknown>;

/** Names of fields, by the field around them. */
type Places = ReadonlyMap<string, ReadonlySet<string>>;

/** Fields of built-in kinds that map names to quantities. */
const MAPS: Places = new Map([
  ['resources', new Set(['requests', 'limits'])],
  ['spec', new Set(['capacity', 'hard', 'overhead'])], // PersistentVolume, ResourceQuota, Pod
  ['overhead', new Set(['podFixed'])], // RuntimeClass
  ['limits', new Set(['default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio'])], // LimitRange
]);

/** Fields of built-in kinds that hold one quantity. */
const SINGLE: Places = new Map([
  ['emptyDir', new Set(['sizeLimit'])],
  ['resourceFieldRef', new Set(['divisor'])],
  ['target', new Set(['averageValue', 'value'])], // HorizontalPodAutoscaler
]);

/**
 * Writes the quantities of a finished object in their canonical form, and complains of those that are none.
 *
 * Fields of custom kinds stay as they are: the API server does not rewrite them either.
 */
export function canonicalizeQuantities(object: KubeObject, complain: Complaint): void {
  const group = apiGroup(object.apiVersion);
  const builtIn = !group.includes('.') || (group.endsWith('.k8s.io') && group !== 'apiextensions.k8s.io');
  if (!builtIn) return;
  walk(object.spec, 'spec', 'spec', complain);
  walk(object.overhead, 'overhead', 'overhead', complain);
}

/** @param name the field that holds these; a list passes its own name on to its items */
function walk(value: unknown, name: string, path: string, complain: Complaint): void {
  if (typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, name, `${path}[${index}]`, complain);
    return;
  }
  const [single, maps] = [SINGLE.get(name), MAPS.get(name)];
  for (const [key, inner] of Object.entries(value as Fields)) {
    if (single?.has(key)) canonicalize(value as Fields, key, `${path}.${key}`, complain);
    else if (maps?.has(key)) canonicalizeAll(inner as Fields, `${path}.${key}`, complain);
    else walk(inner, key, `${path}.${key}`, complain);
  }
}

function canonicalizeAll(quantities: Fields, path: string, complain: Complaint): void {
  for (const unit of Object.keys(quantities)) canonicalize(quantities, unit, `${path}.${unit}`, complain);
}

function canonicalize(holder: Fields, key: string, path: string, complain: Complaint): void {
  const value = holder[key];
  const canonical = typeof value === 'string' || typeof value === 'number' ? canonicalQuantity(`${value}`) : undefined;
  if (canonical !== undefined) holder[key] = canonical;
  else
    complain(
      path,
      `${JSON.stringify(value)} is no quantity`,
      'write a number with a unit of Kubernetes, such as 250m, 2 or 512Mi',
    );
}
