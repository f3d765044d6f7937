import { describe, expect, test } from 'vitest';
import { CLUSTER_KINDS } from '../../../output/cluster-kinds.ts';
import { isClusterScoped, isCustomResource, kindOf } from '../../../policies/context/kinds.ts';
