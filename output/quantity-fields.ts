import { apiGroup } from './cluster-kinds.ts';
import type { Complaint } from './finished.ts';
import type { KubeObject } from './manifest.ts';
import { canonicalQuantity } from './quantity.ts';

type Fields = Record<string, unknown>;

/** Fields of built-in kinds that map names to quantities, with the field around them. */
const MAPS = new Set([
  'resources.requests',
  'resources.limits',
  'spec.capacity', // PersistentVolume
  'spec.hard', // ResourceQuota
  'spec.overhead', // Pod
  'overhead.podFixed', // RuntimeClass
  'limits.default', // LimitRange
  'limits.defaultRequest',
  'limits.max',
  'limits.min',
  'limits.maxLimitRequestRatio',
]);

/** Fields of built-in kinds that hold one quantity. */
const SINGLE = new Set([
  'emptyDir.sizeLimit',
  'resourceFieldRef.divisor',
  'target.averageValue', // HorizontalPodAutoscaler
  'target.value',
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
  for (const [key, inner] of Object.entries(value as Fields)) {
    if (SINGLE.has(`${name}.${key}`)) canonicalize(value as Fields, key, `${path}.${key}`, complain);
    else if (MAPS.has(`${name}.${key}`)) canonicalizeAll(inner as Fields, `${path}.${key}`, complain);
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
