import type { Rule } from '../rule.ts';
import { cronEndsBeforeItStartsAgain } from './cron-ends-before-it-starts-again.ts';
import { environmentsAreGuarded } from './environments-are-guarded.ts';
import { environmentsAreNamed } from './environments-are-named.ts';
import { hostsTellEnvironmentsApart } from './hosts-tell-environments-apart.ts';
import { peopleUseKubectl } from './people-use-kubectl.ts';
import { processesHaveOneName } from './processes-have-one-name.ts';
import { reachNeedsAHost } from './reach-needs-a-host.ts';
import { receiversHaveTheirOwnSecrets } from './receivers-have-their-own-secrets.ts';
import { registriesDiffer } from './registries-differ.ts';
import { requestsNeedAPort } from './requests-need-a-port.ts';
import { servicesRunSomething } from './services-run-something.ts';
import { singleWorkersAreOne } from './single-workers-are-one.ts';
import { teamsHaveFreeNames } from './teams-have-free-names.ts';
import { usesNameServices } from './uses-name-services.ts';
import { variablesHaveOneSource } from './variables-have-one-source.ts';

/** Every rule between fields of teams, and between them and the site. */
export const teamRules: readonly Rule[] = [
  teamsHaveFreeNames,
  servicesRunSomething,
  requestsNeedAPort,
  reachNeedsAHost,
  environmentsAreNamed,
  environmentsAreGuarded,
  hostsTellEnvironmentsApart,
  processesHaveOneName,
  singleWorkersAreOne,
  cronEndsBeforeItStartsAgain,
  usesNameServices,
  variablesHaveOneSource,
  peopleUseKubectl,
  registriesDiffer,
  receiversHaveTheirOwnSecrets,
];
