export { AdmissionPolicy, type AdmissionPolicyProps, type Demand } from './admission-policy.ts';
export { DeclaredJobs, type DeclaredJobsProps } from './declared-jobs.ts';
export { OwnNamespace, type OwnNamespaceProps } from './own-namespace.ts';
export { type Account, TeamRights, type TeamRightsProps } from './team-rights.ts';
export { User, type UserProps } from './user.ts';
