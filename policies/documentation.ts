import { RENTED } from './budget/rented-by-charts.ts';
import type { Topic } from './catalogue.ts';
import { REQUESTS_SOURCE } from './containers/requests-have-a-source.ts';
import { DECLARED_PODS } from './context/declared-pods.ts';
import { MADE_ELSEWHERE } from './context/made-elsewhere.ts';
import { EXCEPTION, EXCEPTIONS_HOLD } from './engine/exceptions.ts';
import type { Policy } from './policy.ts';

/** The page that lists every policy, as Markdown. */
export function policiesPage(topics: readonly Topic[]): string {
  return `${[INTRODUCTION, contents(topics), EXCEPTIONS, ANNOTATIONS, ...topics.map(section)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Policies

A policy is a rule over the finished objects. Every synth holds all of them against the whole site, prints every finding
at once, each with its file, its place, what was found, the rule and what to write instead, and writes nothing until
there is none left.

This page is made from the policies themselves: \`npm run docs:policies\` writes it, and a test fails when it is stale.`;

const EXCEPTIONS = `## Exceptions

Some objects must break a rule. The construct that makes one says so, with the reason in a sentence:

\`\`\`ts
exempt(ApiObject.of(daemonSet), 'pods-mount-no-host-path', 'makes directories on the disk of the node');
\`\`\`

The exception becomes the annotation \`${EXCEPTION}<id>\` on the object, so that whoever reads \`dist/\` sees it, and every
synth counts the exceptions: \`grep -r armstead/except dist\` shows them. It holds for this object and this policy alone.

A policy of its own, \`${EXCEPTIONS_HOLD.id}\`, looks after exceptions: one that names no policy, gives no reason, or excepts
nothing because the object keeps the policy is a finding. ${EXCEPTIONS_HOLD.why}

Some policies allow no exception, because nothing would work with one; they say why.`;

const ANNOTATIONS = `## Annotations that policies read

- \`${EXCEPTION}<id>\` on any object: why it may break that policy.
- \`${MADE_ELSEWHERE}\` on what refers to something: what this site does not make, such as
  \`secret/alerts-telegram, configmap/motd\`. On a Service also \`pods\` or \`endpoints\`.
- \`${REQUESTS_SOURCE}\` on workloads: where the requests come from.
- \`${DECLARED_PODS}\` on Argo CD Applications: the pods of a Helm chart, which stand nowhere in \`dist/\`.
- \`${RENTED}\` on Argo CD Applications: the block volumes and load balancers of a Helm chart.`;

function contents(topics: readonly Topic[]): string {
  const lines = topics.map(({ title, policies }) => `- [${title}](#${anchor(title)}) (${policies.length})`);
  return `There are ${topics.flatMap(({ policies }) => policies).length} policies:\n\n${lines.join('\n')}`;
}

function section({ folder, title, policies }: Topic): string {
  return [`## ${title}`, `In \`policies/${folder}/\`.`, ...policies.map(entry)].join('\n\n');
}

function entry({ id, title, why, absolute }: Policy): string {
  const exception = absolute ? `No exception: ${absolute}.` : `Exception: \`${EXCEPTION}${id}\`.`;
  return `### ${id}\n\n**${title}** ${why}\n\n${exception}`;
}

/** The link to a heading, as the places that show Markdown make it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}
