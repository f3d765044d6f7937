import type { Project } from '../stated.ts';
import { handOverFitsTheRegion } from './hand-over-fits-the-region.ts';
import type { RuleBetween } from './rule.ts';
import { environmentsKeepToTheirShare } from './teams/environments-keep-to-their-share.ts';
import { secretsOfServicesDiffer } from './teams/secrets-of-services-differ.ts';
import { usedServicesRun } from './teams/used-services-run.ts';
import { versionsNameServices } from './teams/versions-name-services.ts';

/** Every rule between files. */
export const rulesBetween: readonly RuleBetween<Project>[] = [
  handOverFitsTheRegion,
  versionsNameServices,
  usedServicesRun,
  secretsOfServicesDiffer,
  environmentsKeepToTheirShare,
];
